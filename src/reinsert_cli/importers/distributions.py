"""A centre's distribution sheet: the person, the project and the amount in one row."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind, spelt
from reinsert_cli.importers.people_fields import PEOPLE
from reinsert_cli.importers.places import BATCH, ENVELOPE

FIELDS: Final = (
    *PEOPLE,
    Field(
        "activity",
        cells.text,
        fr=spelt(
            "Activité · Projet · Intitulé du projet · Activité du projet · AGR · Intitulé · Nature du projet · "
            "Type de projet · Type du projet · Activité génératrice de revenus · Activité génératrice de revenu · "
            "Micro-projet · Microprojet · Intitulé de l'AGR · Type d'activité · Nature de l'activité · "
            "Objet du projet · Projet financé · Projet retenu · Description du projet · Activité économique · "
            "Nom du projet · Intitulé de l'activité · Intitulé du micro-projet · Activité exercée · Titre du projet"
        ),
        en=spelt(
            "Activity · Project · Project title · Project type · Project name · Type of project · Type of activity · "
            "Micro-project"
        ),
        ar=spelt(
            "النشاط · المشروع · نوع المشروع · نشاط المشروع · طبيعة المشروع · عنوان المشروع · اسم المشروع · "
            "النشاط المدر للدخل · نوع النشاط · موضوع المشروع · المشروع المدر للدخل · المشروع الصغير · طبيعة النشاط · "
            "المشروع الممول · تسمية المشروع · النشاط الاقتصادي · المشروع الصغير المدر للدخل · نشاط مدر للدخل"
        ),
    ),
    Field(
        "sector",
        cells.sector,
        fr=spelt(
            "Secteur · Secteur d'activité · Secteur du projet · Domaine d'activité · Domaine · Branche d'activité"
        ),
        en=spelt("Sector · Sector of activity"),
        ar=spelt("القطاع · قطاع النشاط · مجال النشاط · المجال · قطاع المشروع · مجال المشروع"),
    ),
    Field(
        "kind",
        cells.line_kind,
        fr=spelt(
            "Nature de l’appui · Nature · Type d'appui · Nature de l'aide · Forme d'appui · Type de soutien · "
            "Nature du soutien · Type d'aide · Nature du don · Type de don · Forme du soutien · "
            "Nature de l'appui accordé · Type de financement · Modalité d'appui · Mode de soutien · Mode d'appui · "
            "Type d'appui accordé · Appui · Soutien · Nature de la subvention · Mode de versement · "
            "Nature de l'accompagnement financier"
        ),
        en=spelt("Support · Kind of support · Type of support · Support type"),
        ar=spelt(
            "نوع الدعم · طبيعة الدعم · شكل الدعم · نوع المساعدة · طبيعة المساعدة · صنف الدعم · نوعية الدعم · "
            "كيفية الدعم · الدعم"
        ),
    ),
    Field(
        "label",
        cells.text,
        fr=spelt(
            "Désignation · Équipement · Équipements · Matériel · Article · Libellé · Matériel accordé · Articles · "
            "Équipements accordés · Désignation du matériel · Désignation des équipements · Matériel et équipement · "
            "Liste du matériel · Matériel remis · Équipement accordé · Désignation de l'article · Détail · "
            "Description du matériel · Matériel demandé et accordé · Désignations · Objet · Équipements remis"
        ),
        en=spelt("Item · Description · Equipment · Items"),
        ar=spelt(
            "التعيين · التجهيزات · المعدات · البيان · الأدوات · العتاد · وصف التجهيزات · تسمية المعدات · "
            "لائحة المعدات · نوع التجهيزات · نوع المعدات · التجهيزات الممنوحة · المعدات الممنوحة · بيان التجهيزات · "
            "التجهيزات والمعدات · المعدات المسلمة"
        ),
    ),
    Field(
        "amount",
        cells.exact_amount,
        required=True,
        fr=spelt(
            "Montant · Montant total · Coût · Valeur · Montant de l'appui · Montant du projet · Coût du projet · "
            "Coût total · Montant accordé · Montant alloué · Montant octroyé · Montant attribué · "
            "Montant en chiffres · "
            "Montant du don · Montant du soutien · Montant de la subvention · Montant de l'aide · "
            "Montant de la dotation · Montant du financement · Montant du soutien accordé · "
            "Montant de l'appui accordé · Montant de l'aide accordée · Subvention · Subvention accordée · "
            "Subvention allouée · Soutien financier · Appui financier · Aide accordée · Aide financière · "
            "Soutien accordé · Don accordé · Dotation · Montant financé · "
            "Financement accordé · Coût total du projet · Montant global · Valeur du matériel · "
            "Valeur du don · Valeur totale · Montant des équipements · Montant du matériel · Coût des équipements · "
            "Coût du matériel · Valeur des équipements · Somme accordée · Somme allouée · Somme · Prix total · "
            "Coût global · Montant validé · Montant retenu · Montant approuvé · Montant TTC · "
            "Montant de la contribution · Contribution de la Fondation · Montant du lot · Montant net · Valeur (DH)"
        ),
        weak=spelt("Montant versé · Montant reçu · Montant perçu · Montant débloqué · Montant payé · المبلغ المؤدى"),
        en=spelt(
            "Amount · Amount granted · Grant amount · Total amount · Cost · Value · Grant · Amount awarded · "
            "Support amount · Total cost · Amount paid · Amount allocated"
        ),
        ar=spelt(
            "المبلغ · المبلغ الإجمالي · القيمة · الكلفة · قيمة الدعم · مبلغ الدعم · المبلغ الممنوح · المبلغ المخصص · "
            "مبلغ المنحة · قيمة المنحة · المنحة · مبلغ المساعدة · قيمة المساعدة · الدعم المالي · مبلغ التمويل · "
            "كلفة المشروع · تكلفة المشروع · التكلفة · قيمة المشروع · مبلغ المشروع · المبلغ المرصود · "
            "مبلغ الدعم المالي · قيمة التجهيزات · ثمن التجهيزات · قيمة المعدات · المبلغ المسلم · المبلغ المحصل عليه · "
            "مبلغ الإعانة · الكلفة الإجمالية · التكلفة الإجمالية · القيمة الإجمالية · الغلاف المالي للمشروع · "
            "مبلغ الدعم الممنوح · قيمة الدعم الممنوح · المبلغ المصادق عليه · المبلغ المستفاد منه · المبالغ · "
            "قيمة الدعم المالي · المبلغ الكلي"
        ),
    ),
    ENVELOPE,
    BATCH,
)

DISTRIBUTIONS: Final = Kind(
    name="distributions",
    fields=FIELDS,
    signatures=tuple(
        frozenset({"amount", who}) for who in ("cin", "full_name", "family_name", "file_number", "name_arabic")
    ),
)
