"""Write the sample workbooks: what centres and headquarters would have sent for five press events.

Every person is invented, evidently so: family names that say it, card numbers in ``ZZ``, a banner in
the first row. Headcounts, totals and printed figures are those of public press articles. Nothing is
random: the same tables give the same files.

    python tools/make_sample_data.py [FOLDER]
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | Decimal | date | None

CREATOR: Final = "reinsert"
WRITTEN_ON: Final = b"2025-03-01T08:00:00Z"
ZIP_DATE: Final = (2025, 3, 1, 8, 0, 0)
HEADER_ROW: Final = 3
WIDEST: Final = 60

INVENTED_FR: Final = "Données inventées — aucune personne réelle"
INVENTED_AR: Final = "بيانات مخترعة — لا تخص أي شخص حقيقي"
PRESS_FR: Final = "Fichier d’exemple — chiffres tirés d’articles de presse publics, aucune personne réelle"

# --- Fès 2019: one handover, one centre, equipment only -------------------------------------------

FES_2019_HEADINGS: Final = (
    "N° dossier",
    "Nom",
    "Prénom",
    "CIN",
    "Date de naissance",
    "Sexe",
    "Préfecture / Province",
    "Centre",
    "Situation de handicap",
    "Catégorie particulière",
    "Activité",
    "Secteur",
    "Nature de l’appui",
    "Désignation",
    "Montant (DH)",
)

# activity | sector | what is handed over
FES_2019_ACTIVITIES: Final = """
Apiculture | agriculture | Ruches peuplées, extracteur et tenues
Boucherie | commerce | Vitrine froide, billot et hachoir
Café ambulant | restauration | Triporteur aménagé et machine à café
Couture traditionnelle | artisanat | Machine à coudre et surjeteuse
Dinanderie | artisanat | Établi, enclumes et jeu de ciselets
Électricité du bâtiment | bâtiment | Perforateur, appareils de mesure et outillage
Élevage avicole | agriculture | Couveuse, mangeoires et abreuvoirs
Épicerie de quartier | commerce | Vitrine réfrigérée, rayonnages et balance
Impression sur textile | industrie | Presse à chaud et traceur de découpe
Lavage de voitures | services | Nettoyeur haute pression et aspirateur
Maroquinerie | artisanat | Machine à triple entraînement et pareuse
Mécanique automobile | services | Cric rouleur, compresseur et servante d’outils
Menuiserie aluminium | industrie | Scie à onglet, fraiseuse et établi
Pâtisserie | restauration | Four, pétrin et batteur
Peinture en bâtiment | bâtiment | Échafaudage, compresseur et pistolets
Plomberie sanitaire | bâtiment | Sertisseuse, cintreuse et poste à souder
Pose de carrelage | bâtiment | Coupe-carreaux, malaxeur et niveau laser
Réparation de téléphones | services | Station de soudage, microscope et présentoir
Salon de coiffure | services | Fauteuils, bac à shampoing et tondeuses
Snack | restauration | Plaque, friteuse, hotte et réfrigérateur
Soudure et ferronnerie | industrie | Poste à souder, meuleuses et établi
Tapisserie | artisanat | Machine à coudre industrielle et agrafeuses
Transport de marchandises | services | Triporteur à moteur
Vente d’accessoires de téléphone | commerce | Vitrines et comptoir
Vente de fruits et légumes | commerce | Triporteur à moteur et balance
Vente de vêtements | commerce | Présentoirs, mannequins et comptoir
"""

# file | family name | first name | born | sex | flag | activity | amount
FES_2019: Final = """
FES-2019-001 | Benfictif | Karim | 1976-01-15 | H | - | Épicerie de quartier | 16320
FES-2019-002 | Hypothésine | Youssef | 1988-06-30 | H | - | Couture traditionnelle | 11720
FES-2019-003 | El Prototype | Hamza | 1966-05-01 | H | - | Snack | 22053
FES-2019-004 | Inventani | Rachid | 1979-03-12 | H | - | Plomberie sanitaire | 11277
FES-2019-005 | Simulaoui | Abdelilah | 1992-04-04 | H | - | Menuiserie aluminium | 29492
FES-2019-006 | Virtuelli | Mehdi | 1970-09-13 | H | - | Salon de coiffure | 15018
FES-2019-007 | Imaginari | Naïma | 1984-03-03 | F | - | Couture traditionnelle | 10106
FES-2019-008 | Fantaisini | Omar | 1997-11-04 | H | - | Apiculture | 14584
FES-2019-009 | Fictaoui | Driss | 1976-11-22 | H | catégorie | Vente de fruits et légumes | 20115
FES-2019-010 | Factici | Tarik | 1990-12-21 | H | - | Soudure et ferronnerie | 18070
FES-2019-011 | Échantillouni | Hicham | 1970-06-05 | H | - | Maroquinerie | 14169
FES-2019-012 | Spécimeni | Nabil | 1984-11-28 | H | - | Peinture en bâtiment | 12701
FES-2019-013 | Conjecturi | Adil | 1999-08-06 | H | - | Mécanique automobile | 24263
FES-2019-014 | El Exemple | Brahim | 1979-08-29 | H | handicap | Café ambulant | 26497
FES-2019-015 | Chimérani | Jawad | 1994-10-01 | H | - | Boucherie | 27177
FES-2019-016 | Maquettaoui | Mounir | 1975-03-21 | H | - | Électricité du bâtiment | 11078
FES-2019-017 | Modeloui | Anas | 1990-09-18 | H | - | Dinanderie | 12801
FES-2019-018 | Utopiani | Hassan | 1971-08-03 | H | - | Transport de marchandises | 27649
FES-2019-019 | El Exemple | Ilyas | 1987-06-28 | H | - | Impression sur textile | 20045
FES-2019-020 | Chimérani | Hanane | 1968-10-07 | F | - | Pâtisserie | 22765
FES-2019-021 | Maquettaoui | Redouane | 1985-01-27 | H | - | Lavage de voitures | 13543
FES-2019-022 | Modeloui | Samir | 1966-10-04 | H | - | Pâtisserie | 22507
FES-2019-023 | Utopiani | Othmane | 1983-06-21 | H | catégorie | Vente de vêtements | 11142
FES-2019-024 | Benfictif | Abderrahim | 1965-07-23 | H | - | Élevage avicole | 12203
FES-2019-025 | Hypothésine | Zakaria | 1982-09-04 | H | - | Pose de carrelage | 9386
FES-2019-026 | El Prototype | Fouad | 1965-03-03 | H | - | Réparation de téléphones | 9519
FES-2019-027 | Inventani | Bilal | 1982-09-10 | H | - | Tapisserie | 11444
FES-2019-028 | Simulaoui | Noureddine | 1965-08-04 | H | - | Vente d’accessoires de téléphone | 12035
FES-2019-029 | Virtuelli | Ayoub | 1983-07-09 | H | - | Épicerie de quartier | 16289
FES-2019-030 | Imaginari | Soufiane | 1966-10-28 | H | - | Couture traditionnelle | 12346
FES-2019-031 | Fantaisini | Hamid | 1985-02-26 | H | - | Snack | 21383
FES-2019-032 | Fictaoui | Loubna | 1968-11-12 | F | - | Salon de coiffure | 15432
FES-2019-033 | Factici | Amine | 1987-08-09 | H | - | Plomberie sanitaire | 10707
FES-2019-034 | Échantillouni | Larbi | 1971-09-20 | H | - | Menuiserie aluminium | 30113
FES-2019-035 | Spécimeni | Marouane | 1990-11-11 | H | - | Salon de coiffure | 13586
FES-2019-036 | Conjecturi | Yassine | 1975-05-20 | H | catégorie | Apiculture | 14504
FES-2019-037 | Fictaoui | Taoufik | 1994-12-06 | H | - | Vente de fruits et légumes | 19695
FES-2019-038 | Factici | Badr | 1979-11-09 | H | - | Soudure et ferronnerie | 18705
FES-2019-039 | Échantillouni | Jamal | 1999-10-23 | H | - | Maroquinerie | 13508
FES-2019-040 | Spécimeni | Achraf | 1985-02-20 | H | - | Peinture en bâtiment | 12862
FES-2019-041 | Conjecturi | Lahcen | 1970-09-03 | H | - | Mécanique automobile | 24752
FES-2019-042 | El Exemple | Ismaïl | 1991-03-27 | H | - | Café ambulant | 25923
FES-2019-043 | Chimérani | Reda | 1977-03-04 | H | - | Boucherie | 27536
FES-2019-044 | Maquettaoui | Abdellah | 1998-02-20 | H | - | Électricité du bâtiment | 10984
FES-2019-045 | Modeloui | Samira | 1984-06-25 | F | - | Vente de vêtements | 11820
FES-2019-046 | Utopiani | Nizar | 1971-01-11 | H | - | Dinanderie | 13580
FES-2019-047 | Benfictif | Mourad | 1992-08-08 | H | - | Transport de marchandises | 26119
FES-2019-048 | Hypothésine | Aziz | 1979-07-22 | H | - | Impression sur textile | 21876
FES-2019-049 | El Prototype | Walid | 1966-09-16 | H | - | Lavage de voitures | 13643
FES-2019-050 | Inventani | Kamal | 1988-11-21 | H | catégorie | Pâtisserie | 22322
FES-2019-051 | Simulaoui | Imad | 1976-06-13 | H | - | Vente de vêtements | 11492
FES-2019-052 | Virtuelli | Hakim | 1999-01-14 | H | - | Élevage avicole | 11743
FES-2019-053 | Imaginari | Younès | 1987-01-01 | H | - | Pose de carrelage | 9345
"""

# --- Casablanca 2017, first tranche: four centres, equipment and cash -----------------------------

CASABLANCA_2017_1_HEADINGS: Final = (
    "رقم الملف",
    "الاسم الكامل",
    "ر.ب.و",
    "تاريخ الازدياد",
    "الجنس",
    "العمالة أو الإقليم",
    "المركز",
    "النشاط",
    "القطاع",
    "نوع الدعم",
    "التعيين",
    "المبلغ (درهم)",
)

# file prefix | centre | province
CENTRES_AR: Final = """
CAS | الدار البيضاء | عمالة الدار البيضاء
FES | فاس | عمالة فاس
MAR | مراكش | عمالة مراكش
SAL | سلا | عمالة سلا
TNG | طنجة | عمالة طنجة أصيلة
"""

# activity | sector | what is handed over: the sixteen activities of the article, as printed
CASABLANCA_2017_1_ACTIVITIES: Final = """
الفصالة والخياطة | الصناعة التقليدية | آلة خياطة صناعية وطاولة فصالة
مقشدة | المطعمة | آلة عصير وواجهة زجاجية مبردة
صالونات للحلاقة | الخدمات | كراسي حلاقة ومرايا ومعدات
بيع مواد النظافة | التجارة | رفوف وسلع أولية
كهرباء البناء | البناء | مثقاب وأجهزة قياس وعدة كهربائي
الترصيص الصحي | البناء | آلة لحام الأنابيب وعدة ترصيص
بيع الأحذية النسائية | التجارة | رفوف عرض وسلع أولية
بيع اللحوم الطرية | التجارة | واجهة تبريد وآلة فرم وميزان
المأكولات الخفيفة | المطعمة | مقلاة وصفيحة شواء وثلاجة
إعداد اللوحات والمطبوعات الإشهارية | الخدمات | آلة طباعة وآلة قص
الصباغة | البناء | سلالم وضاغط هواء ومرشات
الحدادة والتلحيم | الصناعة | آلة تلحيم وآلات قطع
مكتبة | التجارة | آلة نسخ ورفوف وسلع أولية
البستنة | الفلاحة | آلة جز العشب وعدة بستنة
بيع الفواكه الجافة | التجارة | واجهات عرض وميزان وسلع أولية
بيع السمك | التجارة | دراجة ثلاثية العجلات وصناديق تبريد
"""
CASH_AR: Final = "مساعدة مالية لانطلاق المشروع"

# file | full name | born | sex | activity | equipment | cash
CASABLANCA_2017_1: Final = """
CAS-2017-001 | نعيمة بنخيال | 1986-05-19 | أنثى | الفصالة والخياطة | 13445 | -
CAS-2017-002 | محمد التخيلي | 1988-11-02 | ذكر | بيع اللحوم الطرية | 28005.50 | 5500
CAS-2017-003 | عبد الرحيم المختلق | 1976-09-02 | ذكر | صالونات للحلاقة | 15275 | -
CAS-2017-004 | يوسف النموذجي | 1989-07-14 | ذكر | المأكولات الخفيفة | 26051.11 | 3500
CAS-2017-005 | رشيد الفرضي | 1967-10-10 | ذكر | إعداد اللوحات والمطبوعات الإشهارية | 34037.50 | -
CAS-2017-006 | حميد المثالي | 1981-01-15 | ذكر | الصباغة | 13042 | -
CAS-2017-007 | حنان المفترض | 1994-07-06 | أنثى | بيع مواد النظافة | 16546.22 | 4000
CAS-2017-008 | عمر بنوهم | 1973-05-11 | ذكر | الحدادة والتلحيم | 25828.50 | -
CAS-2017-009 | إدريس الافتراضي | 1987-03-27 | ذكر | بيع السمك | 20468 | 5500
CAS-2017-010 | طارق الخيالي | 1966-06-27 | ذكر | الترصيص الصحي | 14717.30 | -
TNG-2017-001 | هشام الوهمي | 1980-10-07 | ذكر | مقشدة | 21502.50 | 3500
TNG-2017-002 | نبيل بنمثال | 1995-04-02 | ذكر | كهرباء البناء | 11562 | -
TNG-2017-003 | عادل المثالي | 1975-02-10 | ذكر | بيع الفواكه الجافة | 20444.44 | -
TNG-2017-004 | لبنى المفترض | 1989-12-31 | أنثى | بيع الأحذية النسائية | 15982.50 | 4000
TNG-2017-005 | إبراهيم بنوهم | 1970-04-07 | ذكر | المأكولات الخفيفة | 28251 | -
MAR-2017-001 | جواد الافتراضي | 1985-07-23 | ذكر | مكتبة | 19904.55 | 5500
MAR-2017-002 | منير الخيالي | 1966-03-25 | ذكر | البستنة | 16138.50 | -
MAR-2017-003 | سميرة الوهمي | 1981-12-05 | أنثى | الفصالة والخياطة | 16057 | -
MAR-2017-004 | أنس بنمثال | 1997-10-30 | ذكر | صالونات للحلاقة | 12391.66 | 6000
MAR-2017-005 | حسن بنخيال | 1979-02-09 | ذكر | الحدادة والتلحيم | 24859.50 | -
MAR-2017-006 | إلياس التخيلي | 1995-06-01 | ذكر | بيع اللحوم الطرية | 29360 | 4000
SAL-2017-001 | رضوان المختلق | 1977-02-05 | ذكر | بيع الفواكه الجافة | 17926.77 | 3000
SAL-2017-002 | سمير النموذجي | 1993-10-23 | ذكر | الترصيص الصحي | 12666.50 | -
SAL-2017-003 | فاطمة الفرضي | 1975-11-25 | أنثى | بيع مواد النظافة | 18561 | -
SAL-2017-004 | عثمان الوهمي | 1993-01-06 | ذكر | المأكولات الخفيفة | 24357.88 | 3500
"""

# --- Casablanca 2017, second tranche: a CSV file, sex not given -----------------------------------

CASABLANCA_2017_2_HEADINGS: Final = (
    "N° dossier",
    "Nom et prénom",
    "N° CIN",
    "Date de naissance",
    "Préfecture",
    "Centre",
    "Activité",
    "Secteur",
    "Nature de l’appui",
    "Désignation",
    "Montant (DH)",
)

# activity | sector | what is handed over
CASABLANCA_2017_2_ACTIVITIES: Final = """
Boucherie | commerce | Chambre froide, vitrine et scie à os
Snack restaurant | restauration | Cuisson, hotte, réfrigérateur et mobilier de salle
"""
CASH_FR: Final = "Appui au démarrage du projet"

# file | full name | born | activity | equipment | cash
CASABLANCA_2017_2: Final = """
CAS-2017-011 | El Prototype Mohamed | 1975-07-06 | Boucherie | 38450 | 6000
CAS-2017-012 | Fictaoui Abdelkrim | 1993-01-12 | Snack restaurant | 36875.40 | 5000
CAS-2017-013 | Inventani Hafid | 1968-12-07 | Boucherie | 35290.75 | -
CAS-2017-014 | Benfictif Saad | 1990-11-10 | Snack restaurant | 33940 | 4500
CAS-2017-015 | Modeloui Khalil | 1977-03-01 | Snack restaurant | 41780.25 | -
CAS-2017-016 | Spécimeni Tahar | 1986-07-14 | Boucherie | 44024.26 | 6000
"""

# --- Fès 2017, third tranche: two centres, amounts typed as text, sex not given -------------------

FES_2017_3_HEADINGS: Final = (
    "رقم الملف",
    "الاسم العائلي",
    "الاسم الشخصي",
    "رقم البطاقة الوطنية",
    "تاريخ الازدياد",
    "العمالة أو الإقليم",
    "المركز",
    "النشاط",
    "القطاع",
    "نوع الدعم",
    "التعيين",
    "المبلغ",
)

# file | family name | first name | born | activity | sector | what is handed over | amount
FES_2017_3: Final = """
FES-2017-001 | بنخيال | كريم | 1979-03-17 | النجارة | الصناعة التقليدية | منشار وآلة تسوية الخشب | 38450.50
FES-2017-002 | المثالي | عبد الإله | 1987-12-11 | مخبزة | المطعمة | فرن وعجانة | 45912.75
FES-2017-003 | الوهمي | مهدي | 1972-01-22 | ميكانيك السيارات | الخدمات | رافعة وضاغط هواء وعدة | 41275
FES-2017-004 | الافتراضي | مراد | 1966-05-18 | تربية الدواجن | الفلاحة | أقفاص ومعالف وحاضنة | 36880.40
SAL-2017-005 | النموذجي | وليد | 1985-09-21 | مطبعة | الصناعة | آلة طباعة وآلة تجليد | 48305.16
SAL-2017-006 | التخيلي | كمال | 1970-06-12 | مقهى | المطعمة | آلة قهوة وكراس وطاولات | 43660.50
SAL-2017-007 | المفترض | عماد | 1990-03-13 | بيع المواد الغذائية | التجارة | رفوف وثلاجة وميزان | 42234
"""

# --- Headquarters: envelopes, conventions, and what the press declared ----------------------------

BUDGETS_HEADINGS: Final = (
    "Enveloppe",
    "Programme",
    "Exercice",
    "Bailleur",
    "Montant",
    "Convention",
    "Montant de la convention",
    "Partenaires",
    "Régions",
    "Cible (bénéficiaires)",
)

REGIONS_2019: Final = (
    "Casablanca-Settat",
    "Rabat-Salé-Kénitra",
    "Marrakech-Safi",
    "l’Oriental",
    "Fès-Meknès",
    "Tanger-Tétouan-Al Hoceïma",
    "Laâyoune-Sakia El Hamra",
    "Guelmim-Oued Noun",
    "Souss-Massa",
    "Drâa-Tafilalet",
)

NATIONAL_2018: Final = "8,1 millions de DH"
NATIONAL_2019: Final = "plus de 13,5 millions de DH"
TRANCHES_2017: Final = Decimal("1093960.90")

BUDGETS: Final[tuple[tuple[Value, ...], ...]] = (
    ("insertion-2017", "insertion", 2017, "fondation", TRANCHES_2017, None, None, None, None, None),
    ("national-2018", "micro-projets", 2018, "fondation", NATIONAL_2018, None, None, None, None, None),
    (
        *("national-2019", "micro-projets", 2019, "fondation", NATIONAL_2019),
        *(None, None, None, " ; ".join(REGIONS_2019), 478),
    ),
)

CONVENTIONS_HEADINGS: Final = (
    "Convention",
    "Programme",
    "Montant de la convention",
    "Partenaires",
    "Région",
    "Du",
    "Au",
)

# convention | programme | amount | partners | region | from | to
CONVENTIONS: Final = """
souss-massa-moussalaha | moussalaha | أزيد من 5,8 مليون درهم | conseil-souss-massa ; indh | Souss-Massa | 2017 | 2025
cpdh-temara | insertion-economique | plus de 500.000 DH | cpdh-skhirate-temara ; indh | Rabat-Salé-Kénitra | - | -
prefecture-fes-2019 | micro-projets | - | prefecture-fes ; indh | Fès-Meknès | - | -
"""

DECLARATIONS_HEADINGS: Final = (
    "Lot",
    "Enveloppe",
    "Convention",
    "Mesure",
    "Valeur",
    "Source",
    "Date de publication",
    "Retenu",
    "Motif",
)

TRANCHES_TITLE_AR: Final = "توزيع الدعم المالي والتجهيزات لفائدة المستفيدين المفرج عنهم الحاملين لمشاريع إدماجية"
TEMARA_TITLE_AR: Final = "تمارة: تسليم معدات وتجهيزات مخصصة لدعم مشاريع مدرة للدخل لفائدة سجناء سابقين"

TEMARA_TITLE_FR: Final = (
    "Préfecture de Skhirate-Témara: Des projets générateurs de revenu au profit de sept anciens détenus"
)

# key of the source -> its description and its date of publication, where it is sure
SOURCES: Final[dict[str, tuple[str, date | None]]] = {
    "fes": ("Presse nationale, article “Distribution d’un lot d’équipements à d’anciens détenus”", None),
    "2017": (f"Page d’actualités en arabe, article “{TRANCHES_TITLE_AR}”", None),
    "agadir": ("Presse en arabe, article sur la remise d’équipements à Agadir (programme مصالحة 2017-2025)", None),
    "temara-a": (f"Presse en ligne, article “{TEMARA_TITLE_FR}”", date(2024, 12, 7)),
    "temara-b": (f"مغربية بريس, article “{TEMARA_TITLE_AR}”", None),
}

TEMARA_REASON: Final = (
    "Montant exact au centime, pour sept projets ; l’autre source arrondit et mentionne aussi un appui financier."
)

# batch | envelope | convention | measure | value as printed | source | chosen
DECLARATIONS: Final = """
fes-2019 | - | - | montant | 899.944 DH | fes | -
fes-2019 | - | - | bénéficiaires | 53 | fes | -
fes-2019 | - | - | femmes | 4 | fes | -
fes-2019 | - | - | handicap | 1 | fes | -
fes-2019 | - | - | catégorie particulière | 4 | fes | -
casablanca-2017-1 | - | - | montant | 545.381 ,93 درهم | 2017 | -
casablanca-2017-1 | - | - | bénéficiaires | خمسة وعشرون (25) | 2017 | -
casablanca-2017-1 | - | - | femmes | خمسة (05) | 2017 | -
casablanca-2017-2 | - | - | montant | 251.860 ,66 درهم | 2017 | -
casablanca-2017-2 | - | - | bénéficiaires | ستة (06) | 2017 | -
fes-2017-3 | - | - | montant | 296.718,31 درهم | 2017 | -
fes-2017-3 | - | - | bénéficiaires | سبع (07) | 2017 | -
agadir-2025 | - | - | montant | تناهز 850 ألف درهم | agadir | -
agadir-2025 | - | - | bénéficiaires | 24 | agadir | -
temara-2024 | - | - | montant | plus de 500.000 DH | temara-a | -
temara-2024 | - | - | bénéficiaires | 7 | temara-a | -
temara-2024 | - | - | montant | 267,788.01 درهم | temara-b | oui
temara-2024 | - | - | bénéficiaires | 7 | temara-b | -
- | national-2019 | - | montant | plus de 13,5 millions de DH | fes | -
- | national-2019 | - | bénéficiaires | 478 | fes | -
- | national-2018 | - | montant | 8,1 millions de DH | fes | -
- | - | souss-massa-moussalaha | montant | أزيد من 5,8 مليون درهم | agadir | -
"""

# --- From tables to sheets ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sheet:
    """One data sheet: a banner, a subtitle, the headings, then the rows."""

    title: str
    banner: str
    subtitle: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    right_to_left: bool = False

    def lines(self) -> Iterator[tuple[Value, ...]]:
        """Give every line of the sheet, top to bottom."""
        yield from ((self.banner,), (self.subtitle,), self.headings)
        yield from self.rows


def records(table: str) -> Iterator[list[str]]:
    """Give the fields of each line of ``table``; a lone dash is an empty field."""
    for line in table.strip().splitlines():
        yield ["" if field.strip() == "-" else field.strip() for field in line.split("|")]


def by_first(table: str) -> dict[str, list[str]]:
    """Give the lines of ``table`` by their first field."""
    return {key: rest for key, *rest in records(table)}


def people(table: str, first: int) -> Iterator[list[str]]:
    """Give the lines of ``table``, each behind an invented card number: ``ZZ`` and six digits, from ``first``."""
    for number, record in enumerate(records(table), start=first):
        yield [f"ZZ{number}", *record]


def yes_or_no(answer: bool) -> str:
    """Give the French word of a yes-or-no column."""
    return "oui" if answer else "non"


def supports(kinds: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, Decimal]]:
    """Give kind, designation and amount of each support that has an amount."""
    for kind, designation, amount in kinds:
        if amount:
            yield kind, designation, Decimal(amount)


def printed_in_arabic(amount: Decimal) -> str:
    """Print an amount as the Arabic press does: 38450.50 gives «38.450,50 درهم»."""
    return f"{amount:,.2f} درهم".translate(str.maketrans(",.", ".,"))


def fes_2019() -> Sheet:
    """Give the sheet of the centre of Fès, one row a person."""
    activities = by_first(FES_2019_ACTIVITIES)
    rows: list[tuple[Value, ...]] = []
    for card, file, family, first, born, sex, flag, activity, amount in people(FES_2019, 100001):
        sector, designation = activities[activity]
        flags = yes_or_no(flag == "handicap"), yes_or_no(flag == "catégorie")
        person = (file, family, first, card, date.fromisoformat(born), sex, "Fès", "Fès")
        rows.append((*person, *flags, activity, sector, "équipement", designation, Decimal(amount)))
    subtitle = "Centre d’accompagnement de Fès — remise d’équipements, exercice 2019"
    return Sheet("Remise 2019", INVENTED_FR, subtitle, FES_2019_HEADINGS, tuple(rows))


def casablanca_2017_1() -> Sheet:
    """Give the sheet of the first tranche: one row a support, so one or two rows a person."""
    activities, centres = by_first(CASABLANCA_2017_1_ACTIVITIES), by_first(CENTRES_AR)
    rows: list[tuple[Value, ...]] = []
    for card, file, name, born, sex, activity, equipment, cash in people(CASABLANCA_2017_1, 100101):
        centre, province = centres[file[:3]]
        sector, designation = activities[activity]
        person = (file, name, card, date.fromisoformat(born), sex, province, centre, activity, sector)
        given = supports((("تجهيزات", designation, equipment), ("دعم مالي", CASH_AR, cash)))
        rows += [(*person, *support) for support in given]
    subtitle = "الدفعة الأولى 2017 — مراكز الدار البيضاء وطنجة ومراكش وسلا"
    return Sheet("الدفعة الأولى", INVENTED_AR, subtitle, CASABLANCA_2017_1_HEADINGS, tuple(rows), right_to_left=True)


def casablanca_2017_2() -> Sheet:
    """Give the sheet of the second tranche: one row a support, no sex."""
    activities = by_first(CASABLANCA_2017_2_ACTIVITIES)
    rows: list[tuple[Value, ...]] = []
    for card, file, name, born, activity, equipment, cash in people(CASABLANCA_2017_2, 100201):
        sector, designation = activities[activity]
        person = (file, name, card, date.fromisoformat(born), "Casablanca", "Casablanca", activity, sector)
        given = supports((("équipement", designation, equipment), ("appui financier", CASH_FR, cash)))
        rows += [(*person, *support) for support in given]
    subtitle = "Centre d’accompagnement de Casablanca — 2e tranche 2017"
    return Sheet("2e tranche", INVENTED_FR, subtitle, CASABLANCA_2017_2_HEADINGS, tuple(rows))


def fes_2017_3() -> Sheet:
    """Give the sheet of the third tranche: one row a person, amounts as text, no sex."""
    centres = by_first(CENTRES_AR)
    rows: list[tuple[Value, ...]] = []
    for card, file, family, first, born, activity, sector, designation, amount in people(FES_2017_3, 100301):
        centre, province = centres[file[:3]]
        person = (file, family, first, card, date.fromisoformat(born), province, centre)
        rows.append((*person, activity, sector, "تجهيزات", designation, printed_in_arabic(Decimal(amount))))
    subtitle = "الدفعة الثالثة 2017 — مركزا فاس وسلا"
    return Sheet("الدفعة الثالثة", INVENTED_AR, subtitle, FES_2017_3_HEADINGS, tuple(rows), right_to_left=True)


def budgets() -> Sheet:
    """Give headquarters' sheet of envelopes."""
    return Sheet("Enveloppes", PRESS_FR, "Enveloppes par programme et exercice", BUDGETS_HEADINGS, BUDGETS)


def conventions() -> Sheet:
    """Give headquarters' sheet of conventions; years stay text, so that no reader takes them for day counts."""
    rows = tuple(tuple(field or None for field in record) for record in records(CONVENTIONS))
    return Sheet("Conventions", PRESS_FR, "Conventions de partenariat", CONVENTIONS_HEADINGS, rows)


def declarations() -> Sheet:
    """Give headquarters' press review: one row a figure, as printed."""
    rows: list[tuple[Value, ...]] = []
    for *subject, measure, value, source, chosen in records(DECLARATIONS):
        reason = TEMARA_REASON if chosen else None
        rows.append((*(code or None for code in subject), measure, value, *SOURCES[source], chosen or None, reason))
    return Sheet("Déclarations", PRESS_FR, "Revue de presse du siège", DECLARATIONS_HEADINGS, tuple(rows))


# --- From sheets to files -------------------------------------------------------------------------

FILES: Final[dict[str, Callable[[], Sheet]]] = {
    "fes-2019.xlsx": fes_2019,
    "casablanca-2017-1.xlsx": casablanca_2017_1,
    "casablanca-2017-2.csv": casablanca_2017_2,
    "fes-2017-3.xlsx": fes_2017_3,
    "budgets.xlsx": budgets,
    "conventions.xlsx": conventions,
    "declarations.xlsx": declarations,
}


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write ``sheet`` as a French Excel saves it: UTF-8 with BOM, semicolons, decimal comma, day first."""
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        for line in sheet.lines():
            cells = [printed_in_french(value) for value in line]
            writer.writerow(cells + [""] * (len(sheet.headings) - len(cells)))


def printed_in_french(value: Value) -> str:
    """Print one value of a CSV cell."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value:.2f}".replace(".", ",")
    return "" if value is None else str(value)


def write_workbook(path: Path, sheet: Sheet) -> None:
    """Write ``sheet`` as a workbook of one sheet, with fixed dates."""
    book = Workbook()
    book.properties.creator = CREATOR
    page = book.worksheets[0]
    page.title = sheet.title
    for line in sheet.lines():
        page.append(line)
    dress(page, right_to_left=sheet.right_to_left)
    saved = io.BytesIO()
    book.save(saved)
    path.write_bytes(without_clock(saved))


def dress(page: Worksheet, *, right_to_left: bool) -> None:
    """Make ``page`` readable: direction, frozen bold headings, widths, number formats."""
    page.sheet_view.rightToLeft = right_to_left
    page.freeze_panes = f"A{HEADER_ROW + 1}"
    page["A1"].font = Font(bold=True, color="00C00000")
    for cell in page[HEADER_ROW]:
        cell.font = Font(bold=True)
    for number, column in enumerate(page.iter_cols(min_row=HEADER_ROW), start=1):
        longest = max(len(str(cell.value or "")) for cell in column)
        page.column_dimensions[get_column_letter(number)].width = min(longest + 3, WIDEST)
        for cell in column:
            cell.number_format = number_format(cell.value)


def number_format(value: object) -> str:
    """Give the format that shows dates day first and amounts with their centimes."""
    if isinstance(value, Decimal):
        return "#,##0.00"
    return "dd/mm/yyyy" if isinstance(value, date) else "General"


def without_clock(saved: io.BytesIO) -> bytes:
    """Give the workbook with every date of its making replaced by a fixed one, so that runs are alike."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", WRITTEN_ON, part)
            target.writestr(zipfile.ZipInfo(name, ZIP_DATE), part, zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def write_all(folder: Path) -> None:
    """Write every sample file into ``folder``, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in FILES.items():
        write = write_csv if name.endswith(".csv") else write_workbook
        write(folder / name, build())


def main() -> None:
    """Write the sample files where the command line says, else into ``sample_data``."""
    parser = argparse.ArgumentParser(description="Write the sample workbooks.")
    default = Path(__file__).parents[1] / "sample_data"
    parser.add_argument("folder", nargs="?", type=Path, default=default)
    write_all(parser.parse_args().folder)


if __name__ == "__main__":
    main()
