"""A centre's distribution sheet: the person, the project and the amount in one row."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, Kind, spelt
from reinsert_cli.importers.places import BATCH, ENVELOPE

FIELDS: Final = (
    Field(
        "file_number",
        cells.file_number,
        fr=spelt(
            "N° dossier · N° de dossier · Numéro de dossier · Dossier · Dossier n° · Réf. dossier · Code dossier · "
            "Référence du dossier · N° du dossier social · N° d'inscription · Matricule · Identifiant · Code · "
            "Code bénéficiaire · N° bénéficiaire"
        ),
        en=spelt("File number · File no · Case number · Beneficiary code"),
        ar=spelt("رقم الملف · الملف · ر.م · رقم ملف المستفيد · مرجع الملف · رقم التسجيل · رمز الملف · رمز المستفيد"),
    ),
    Field(
        "family_name",
        cells.name,
        fr=spelt(
            "Nom · Nom de famille · Nom du bénéficiaire · Nom de la bénéficiaire · Nom patronymique · Nom bénéficiaire"
        ),
        en=spelt("Family name · Last name · Surname"),
        ar=spelt("الاسم العائلي · النسب · اللقب · الإسم العائلي · الكنية · اسم العائلة · الاسم العائلي للمستفيد"),
    ),
    Field(
        "given_name",
        cells.name,
        fr=spelt("Prénom · Prénoms · Prénom du bénéficiaire · Prénom usuel"),
        en=spelt("Given name · First name · Forename"),
        ar=spelt("الاسم الشخصي · الاسم · الإسم الشخصي · الإسم · الاسم الشخصي للمستفيد"),
    ),
    Field(
        "full_name",
        cells.name,
        fr=spelt(
            "Nom et prénom · Nom et prénoms · Noms et prénoms · Nom prénom · Nom complet · Bénéficiaire · "
            "Nom & prénom · Prénom et nom · Prénom nom · Nom et prénom du bénéficiaire · Nom et prénom bénéficiaire · "
            "Nom complet du bénéficiaire · Identité du bénéficiaire · Nom, prénom · "
            "Nom et prénom du porteur de projet · Porteur de projet · Nom du porteur de projet · "
            "Nom et prénom du promoteur · Titulaire du projet"
        ),
        en=spelt("Full name · Name · Beneficiary · Beneficiary name · Name of beneficiary · First and last name"),
        ar=spelt(
            "الاسم الكامل · الاسم والنسب · الاسم العائلي والشخصي · المستفيد · اسم المستفيد · الإسم الكامل · "
            "الإسم والنسب · الاسم الشخصي والعائلي · الاسم العائلي والاسم الشخصي · الاسم الشخصي والاسم العائلي · "
            "الاسم الكامل للمستفيد · اسم ونسب المستفيد · النسب والاسم · الاسم و اللقب · اسم المستفيدة · "
            "حامل المشروع · اسم حامل المشروع · الاسم العائلي و الشخصي للمستفيد"
        ),
        weak=spelt("Identité · الهوية"),
    ),
    Field(
        "name_arabic",
        cells.name,
        fr=spelt("Nom en arabe · Nom arabe · Nom et prénom en arabe · Nom et prénom (arabe) · Nom complet en arabe"),
        en=spelt("Arabic name · Name in Arabic"),
        ar=spelt(
            "الاسم بالعربية · الاسم الكامل بالعربية · الاسم والنسب بالعربية · الاسم باللغة العربية · "
            "الاسم الكامل باللغة العربية"
        ),
    ),
    Field(
        "cin",
        cells.cin,
        fr=spelt(
            "CIN · C.I.N. · N° CIN · CNIE · N° CNIE · CNI · N° CNI · Carte nationale · Carte d'identité · "
            "N° de la CIN · N° de la CNIE · Carte d'identité nationale · Carte nationale d'identité · "
            "N° carte nationale · N° de la carte nationale · N° carte d'identité · "
            "N° de la carte d'identité nationale · N° carte d'identité nationale · CINE · CIN du bénéficiaire · "
            "N° CIN du bénéficiaire · Carte nationale d'identité électronique · N° d'identité · N° pièce d'identité · "
            "Pièce d'identité"
        ),
        en=spelt("CIN · National card · ID card · National ID · ID number · ID card number · National ID card"),
        ar=spelt(
            "ر.ب.و · ب.و.ت · ر.ب.و.ت · رقم البطاقة الوطنية · البطاقة الوطنية · رقم ب.و.ت · ب.ت.و · رقم ب.ت.و · "
            "رقم البطاقة الوطنية للتعريف · البطاقة الوطنية للتعريف · رقم البطاقة · بطاقة التعريف الوطنية · "
            "رقم بطاقة التعريف الوطنية · رقم بطاقة التعريف · بطاقة التعريف · رقم التعريف الوطني · ب.و · ر.ب.ت.و · "
            "رقم البطاقة الوطنية الإلكترونية · رقم البطاقة الوطنية للتعريف الإلكترونية · رقم ب و · ب.ت.و.إ · "
            "رقم بطاقة الهوية · ب.و.ت.إ"
        ),
    ),
    Field(
        "birth_date",
        cells.birth_date,
        fr=spelt(
            "Date de naissance · Né le · Né(e) le · Naissance · DDN · D.N. · Date naiss · Née le · Date de naiss. · "
            "Date et lieu de naissance"
        ),
        en=spelt("Birth date · Date of birth · DOB · Born on"),
        ar=spelt(
            "تاريخ الازدياد · تاريخ الميلاد · ت.الازدياد · تاريخ الإزدياد · تاريخ الولادة · ت.الإزدياد · "
            "مزداد بتاريخ · المزداد بتاريخ · المزداد(ة) بتاريخ · الازدياد · ت.الميلاد · ت. ازدياد"
        ),
        weak=spelt("Année de naissance · سنة الازدياد · سنة الميلاد · Year of birth"),
    ),
    Field(
        "sex",
        cells.sex,
        fr=spelt("Sexe · Genre · Civilité · H/F · F/M · M/F · Sx"),
        en=spelt("Sex · Gender"),
        ar=spelt("الجنس · النوع · جنس المستفيد · النوع الاجتماعي · ذكر/أنثى · أنثى/ذكر"),
    ),
    Field(
        "is_man",
        cells.yes_no,
        fr=spelt(
            "Sexe masculin · Sexe H · Sexe M · Sexe homme · Sexe hommes · Genre H · Genre M · Genre homme · "
            "Genre hommes · Genre masculin"
        ),
        en=spelt("Sex male · Sex M · Sex man · Gender male · Gender M"),
        ar=spelt("الجنس ذكر · الجنس ذكور · الجنس ذ · النوع ذكر · النوع ذكور · النوع ذ"),
    ),
    Field(
        "is_woman",
        cells.yes_no,
        fr=spelt(
            "Sexe féminin · Sexe F · Sexe femme · Sexe femmes · Genre F · Genre femme · Genre femmes · Genre féminin"
        ),
        en=spelt("Sex female · Sex F · Sex woman · Gender female · Gender F"),
        ar=spelt("الجنس أنثى · الجنس إناث · الجنس أ · النوع أنثى · النوع إناث · النوع أ"),
    ),
    Field(
        "phone",
        cells.phone,
        fr=spelt(
            "Téléphone · Tél · GSM · N° de téléphone · N° tél · N° GSM · Tél. portable · Téléphone portable · "
            "Téléphone mobile · Coordonnées téléphoniques · Tél/GSM"
        ),
        en=spelt("Phone · Phone number · Mobile · Telephone"),
        ar=spelt("الهاتف · رقم الهاتف · الهاتف النقال · رقم الهاتف النقال · الهاتف المحمول · رقم الهاتف المحمول"),
        weak=spelt(
            "Portable · Contact · Contacts · Coordonnées · Tél 2 · Autre téléphone · Tél fixe · Fixe · الهاتف الثابت"
        ),
    ),
    Field(
        "province",
        cells.province,
        fr=spelt(
            "Préfecture / Province · Province · Préfecture · Préfecture ou province · Province de résidence · "
            "Province / Préfecture · Préfecture de résidence · Préfecture ou province de résidence · "
            "Province ou préfecture · Préf./Prov. · Prov./Préf. · Province d'origine · "
            "Préfecture/Province de résidence · Province du bénéficiaire · Province du projet · "
            "Province d'implantation"
        ),
        en=spelt("Prefecture or province · Province of residence · Prefecture"),
        ar=spelt(
            "العمالة أو الإقليم · الإقليم · العمالة · العمالة/الإقليم · الإقليم/العمالة · عمالة/إقليم · "
            "الإقليم أو العمالة · إقليم الإقامة · عمالة أو إقليم الإقامة · عمالة الإقامة · العمالة أو إقليم الإقامة · "
            "العمالة والإقليم"
        ),
        weak=spelt(
            "Lieu de résidence · Résidence · Ville · Ville de résidence · Ville / Province · City · "
            "Place of residence · المدينة · محل الإقامة · مكان الإقامة · الإقامة · مقر السكنى"
        ),
    ),
    Field(
        "centre",
        cells.centre,
        fr=spelt(
            "Centre · Centre d'accompagnement · Centre d'accompagnement et de réinsertion · CAR · Centre de suivi · "
            "Centre de rattachement · Nom du centre · Centre d'accompagnement post-carcéral"
        ),
        en=spelt("Centre · Accompaniment centre · Center"),
        ar=spelt(
            "المركز · مركز المصاحبة · مركز المصاحبة وإعادة الإدماج · اسم المركز · مركز المواكبة · "
            "مركز المصاحبة و إعادة الإدماج"
        ),
    ),
    Field(
        "disabled",
        cells.yes_no,
        fr=spelt(
            "Situation de handicap · Handicap · Handicapé · En situation de handicap · "
            "Personne en situation de handicap · PSH · Personne handicapée · Handicapé(e)"
        ),
        en=spelt("Disability · Disabled · Person with a disability"),
        ar=spelt(
            "إعاقة · الإعاقة · وضعية إعاقة · في وضعية إعاقة · وضعية الإعاقة · شخص في وضعية إعاقة · معاق · حالة إعاقة"
        ),
    ),
    Field(
        "special_category",
        cells.yes_no,
        fr=spelt("Catégorie particulière · Catégorie spéciale · Cas particulier"),
        en=spelt("Special category"),
        ar=spelt("فئة خاصة · الفئة الخاصة"),
    ),
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
