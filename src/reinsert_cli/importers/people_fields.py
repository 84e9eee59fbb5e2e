"""The columns that name a person and tell what the ledger keeps of them, whatever the sheet is for."""

from __future__ import annotations

from typing import Final

from reinsert_cli.importers import cells
from reinsert_cli.importers.fields import Field, spelt

CODE: Final = Field(
    "beneficiary",
    cells.pseudonym,
    fr=spelt("Code de la personne · Code B · Code B- · Pseudonyme · Code anonyme · Code confidentiel"),
    en=spelt("Person code · Pseudonym"),
    ar=spelt("رمز الشخص · الرمز السري · الاسم المستعار"),
)
"""The code ``B-…`` that the ledger knows a person by, in sheets that it handed out itself."""

PEOPLE: Final = (
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
)
