/**
 * Words around people, a row a language. Rules know no language: to add one, add its row.
 * `titles`: what somebody does, as single words. `ends`: ends of such words in languages that compound.
 * `phrases`: titles of several words, or of scripts that do not part words by spaces. `honorifics`: before a name;
 * `after`: polite forms behind one. `labels`: what stands before somebody's name and is no title. `by`: before an author.
 */
export type PersonWords = {
  titles?: string;
  ends?: string;
  phrases?: string;
  honorifics?: string;
  after?: string;
  labels?: string;
  by?: string;
  acts?: string;
};

export const personWords: Record<string, PersonWords> = {
  en: {
    titles:
      'president vp svp evp avp ceo cto cfo coo cmo cio cpo cro chro cdo ciso chief chair chairman chairwoman chairperson director directors manager managers lead leader founder founders founded co-founder cofounder owner owners co-owner partner partners principal proprietor associate assistant analyst engineer architect developer programmer designer consultant counsel attorney attorneys lawyer paralegal solicitor barrister notary accountant bookkeeper controller comptroller auditor treasurer secretary coordinator co-ordinator administrator officer specialist supervisor superintendent foreman executive representative agent broker realtor advisor adviser planner strategist scientist geologist economist chemist biologist statistician actuary researcher professor lecturer teacher tutor instructor trainer coach dean rector provost doctor physician surgeon nurse dentist orthodontist therapist psychologist psychotherapist psychiatrist counselor counsellor hygienist dermatologist cardiologist pediatrician pharmacist optometrist veterinarian technician technologist mechanic electrician plumber carpenter estimator buyer purchaser recruiter editor writer author journalist reporter columnist photographer videographer producer artist illustrator chef pastor minister reverend trustee intern apprentice clerk receptionist operator salesperson salesman saleswoman trader underwriter stylist barista curator librarian translator interpreter guide host hostess captain commander governor mayor senator ambassador delegate spokesperson spokesman spokeswoman ombudsman fellow postdoc alumnus evangelist scrum webmaster copywriter bassist drummer vocalist conductor composer organist landlord installer surveyor inspector dispatcher driver pilot investigator member',
    phrases:
      'head of|head coach|vice president|board of directors|board member|of counsel|general manager|customer service|human resources|public relations|business development|practice manager|office manager|sales representative|co-founder|lab manager|law clerk|team lead|product owner|chief of staff',
    honorifics:
      'mr mrs ms miss mx dr prof professor sir dame rev reverend fr hon judge capt captain col lt sgt gen maj sen gov',
    labels:
      'contact|contact person|contact name|primary contact|your contact|media contact|press contact|sales contact|attn|attention|represented by|responsible|name|team leader|prepared by|presented by|hosted by|instructor|speaker|speakers|author|authors|editor|written by|posted by|reviewed by|photo by|interview with',
    by: 'by|written by|posted by|reviewed by|submitted by|story by|text by|interview by',
    acts: 'is was has had will would said says writes wrote told tells adds explains joined joins founded founds started began leads led works worked serves served holds held brings brought studied earned received graduated manages managed specializes specialises became retired lives lived enjoys loves grew came comes runs ran owns owned opened created built developed teaches taught helped helps oversees oversaw spent practices practises made did went who and with from',
  },
  de: {
    titles:
      'geschäftsführer geschäftsführerin geschäftsführung geschäftsleitung vorstand vorständin vorstandsvorsitzender vorsitzende vorsitzender aufsichtsrat leiter leiterin leitung inhaber inhaberin prokurist prokuristin berater beraterin referent referentin vertrieb innendienst außendienst assistenz assistentin assistent sekretariat sekretärin ingenieur ingenieurin meister meisterin gründer gründerin gesellschafter gesellschafterin rechtsanwalt rechtsanwältin steuerberater steuerberaterin wirtschaftsprüfer notar notarin arzt ärztin zahnarzt zahnärztin facharzt fachärztin entwickler entwicklerin architekt architektin techniker technikerin kaufmann kauffrau kaufleute buchhaltung buchhalterin sachbearbeiter sachbearbeiterin einkauf einkäufer disponent disponentin ausbildung auszubildende azubi lehrer lehrerin dozent dozentin trainerin redakteur redakteurin autor autorin fotograf fotografin verwaltung empfang hausmeister präsident präsidentin kassenwart schriftführer bürgermeister bürgermeisterin pfarrer pfarrerin professorin psychologin psychologe physiotherapeut physiotherapeutin',
    ends: 'leiter leiterin leitung berater beraterin führer führerin assistent assistentin manager managerin ingenieur ingenieurin techniker technikerin meister meisterin chef chefin betreuer betreuerin beauftragter beauftragte kaufmann kauffrau mitarbeiter mitarbeiterin sekretär sekretärin anwalt anwältin entwickler entwicklerin trainer trainerin lehrer lehrerin bearbeiter bearbeiterin therapeut therapeutin helfer helferin spezialist spezialistin fachwirt fachwirtin',
    honorifics: 'herr frau herrn fräulein dipl.-ing dipl.-kfm dipl.-inf mag ing',
    labels:
      'ansprechpartner|ansprechpartnerin|ihr ansprechpartner|ihre ansprechpartnerin|kontakt|kontaktperson|vertreten durch|vertretungsberechtigt|vertretungsberechtigter geschäftsführer|vertretungsberechtigte geschäftsführer|vertreten durch den geschäftsführer|vertreten durch die geschäftsführer|vertreten durch die geschäftsführung|verantwortlich|verantwortlich für den inhalt|inhaltlich verantwortlich|verantwortlicher|datenschutzbeauftragter|inh|gf|name',
    by: 'von|text|foto',
    acts: 'ist war hat leitet gründete studierte arbeitet arbeitete führt übernahm kam wurde sagt erklärt betreut verantwortet',
  },
  fr: {
    titles:
      'directeur directrice gérant gérante président présidente pdg dg responsable chef cheffe chargé chargée ingénieur ingénieure conseiller conseillère associé associée fondateur fondatrice cofondateur cofondatrice avocat avocate notaire comptable expert-comptable commercial commerciale secrétaire assistante technicien technicienne architecte développeur développeuse consultante formateur formatrice médecin chirurgien infirmier infirmière kinésithérapeute psychologue professeur enseignant enseignante rédacteur rédactrice journaliste photographe trésorier trésorière administrateur administratrice délégué déléguée vendeur vendeuse coordinateur coordinatrice animateur animatrice maire adjoint adjointe',
    phrases: 'directeur général|directrice générale',
    honorifics: 'mme mlle monsieur madame mademoiselle maître',
    labels:
      'directeur de la publication|directrice de la publication|responsable de la publication|responsable de publication|responsable de la rédaction|représentant légal|représenté par|représentée par|votre contact|contact|contact presse|interlocuteur|personne à contacter',
    by: 'par|écrit par|rédigé par|texte',
    acts: 'est était a dirige fonda travaille rejoint rejoignit explique dit gère possède qui',
  },
  es: {
    titles:
      'director directora gerente jefe jefa responsable presidente presidenta socio socia abogado abogada ingeniero ingeniera administrador administradora fundador fundadora consejero consejera delegado delegada coordinador coordinadora asesor asesora consultor consultora contador contadora comercial secretario secretaria tesorero tesorera técnico técnica encargado encargada médico médica doctora profesor profesora investigador investigadora arquitecto arquitecta desarrollador desarrolladora diseñador diseñadora periodista psicólogo psicóloga vocal vicepresidente vicepresidenta propietario propietaria apoderado vendedor vendedora',
    honorifics: 'sr sra srta doña dña lic ing dra',
    labels:
      'representante legal|responsable del tratamiento|persona de contacto|contacto|titular|administrador único|atendido por',
    by: 'por|escrito por|publicado por',
    acts: 'es fue ha dirige fundó trabaja estudió dice explica nació tiene lidera que',
  },
  pt: {
    titles:
      'diretor diretora gestor gestora sócio sócia sócio-gerente advogado advogada engenheiro engenheira presidente coordenador coordenadora fundador fundadora consultor consultora contador contadora vendedor vendedora técnico supervisor supervisora assessor assessora professor professora médico médica dentista arquiteto arquiteta secretário secretária tesoureiro analista desenvolvedor desenvolvedora proprietário proprietária administrador administradora jornalista',
    honorifics: 'sr sra dr dra eng engª',
    labels: 'responsável|responsável técnico|representante legal|contato|contacto|fale com',
    by: 'por|escrito por|publicado por',
    acts: 'é foi tem dirige fundou trabalha estudou diz explica nasceu lidera que',
  },
  it: {
    titles:
      'direttore direttrice amministratore amministratrice responsabile presidente vicepresidente titolare socio socia fondatore fondatrice ingegnere architetto avvocato commercialista geometra consulente segretario segretaria segreteria tesoriere coordinatore coordinatrice impiegato impiegata tecnico progettista ricercatore ricercatrice professore professoressa docente medico dottoressa infermiere giornalista redattore redattrice venditore consigliere addetto addetta capo sindaco',
    honorifics: 'sig sig.ra signor signora dott dott.ssa ing avv geom arch rag prof.ssa',
    labels:
      'legale rappresentante|amministratore unico|responsabile del trattamento|referente|contatto|contatti|titolare del trattamento',
    by: 'di|a cura di|scritto da',
    acts: 'è ha era dirige fondò lavora studiato dice spiega nasce guida che',
  },
  nl: {
    titles:
      'directeur directrice bedrijfsleider eigenaar eigenaresse adviseur adviseuse verkoopleider medewerker medewerkster voorzitter secretaris penningmeester bestuurslid oprichter mede-oprichter vennoot advocaat notaris accountant ontwikkelaar ontwerper projectleider teamleider leidinggevende hoofd arts tandarts huisarts fysiotherapeut psycholoog docent onderzoeker hoogleraar redacteur fotograaf makelaar monteur verkoper inkoper planner beheerder',
    ends: 'leider leidster medewerker medewerkster adviseur manager beheerder directeur verkoper hoofd begeleider therapeut',
    honorifics: 'dhr mevr mw meneer mevrouw drs ir mr',
    labels: 'contactpersoon|uw contactpersoon|vertegenwoordigd door|verantwoordelijke',
    by: 'door|geschreven door',
    acts: 'is was heeft werkt leidt richtte studeerde zegt vertelt die',
  },
  nordic: {
    titles:
      'direktør direktör adm administrerende daglig leder sjef chef vd säljare selger sælger ekonom ekonomiansvarig ansvarig ansvarlig projektledare prosjektleder projektleder rådgivare rådgiver konsulent konsult ingenjör ingeniør utvecklare utvikler udvikler arkitekt advokat jurist revisor regnskapsfører bogholder ordförande styrelseledamot styreleder styremedlem formand bestyrelsesmedlem kasserer kassör sekreterare sekretær grundare gründer grundlægger ägare ejer eier lærer lärare rektor forsker forskare professor lege läkare læge tandläkare tannlege tandlæge sjuksköterska sykepleier redaktör redaktør journalist fotograf montör montør tekniker assistent koordinator toimitusjohtaja johtaja päällikkö myyntipäällikkö asiantuntija puheenjohtaja sihteeri insinööri kehittäjä suunnittelija asianajaja omistaja osakas perustaja myyjä lääkäri opettaja tutkija vastaava',
    ends: 'chef sjef ledare leder direktør direktör ansvarig ansvarlig rådgivare rådgiver konsulent ingenjör ingeniør medarbetare medarbeider medarbejder johtaja päällikkö vastaava asiantuntija neuvoja assistent koordinator tekniker sekreterare',
    honorifics: 'hr fru',
    labels: 'kontaktperson|kontakt|ansvarlig utgiver|ansvarig utgivare|yhteyshenkilö|kontaktpersoner',
    by: 'av|af',
    acts: 'är er har var leder jobber arbetar arbejder grundade startet startede säger siger sier on oli',
  },
  slavic: {
    titles:
      'dyrektor kierownik specjalista specjalistka prezes wiceprezes członek właściciel właścicielka współwłaściciel doradca przedstawiciel inżynier handlowiec księgowa główna asystentka asystent koordynator lekarz adwokat radca notariusz założyciel założycielka ředitel ředitelka jednatel jednatelka vedoucí obchodní účetní majitel majitelka zástupce technik asistentka asistent předseda místopředseda konateľ konateľka riaditeľ riaditeľka vedúci majiteľ direktor direktorica direktorka vodja predsednik predsednica voditelj voditeljica vlasnik lastnik prodaja inženjer odvjetnik zastupnik',
    honorifics: 'pan pani pán paní mgr inż ing mudr judr bc rndr phdr doc dr.sc',
    labels:
      'osoba kontaktowa|kontakt|reprezentowana przez|zastoupená|zastúpený|kontaktní osoba|kontaktná osoba|odgovorna oseba|kontakt osoba',
    by: 'autor|napsal|napisał',
    acts: 'jest był była ma pracuje je byl byla pracuje vede řekl',
  },
  hu: {
    titles:
      'ügyvezető igazgató vezérigazgató vezető titkár titkárnő tanácsadó mérnök munkatárs asszisztens elnök alelnök tulajdonos alapító ügyvéd könyvelő orvos tanár értékesítő szakértő koordinátor',
    ends: 'igazgató vezető munkatárs tanácsadó mérnök',
    labels: 'kapcsolattartó|képviselő|felelős',
  },
  ro: {
    titles:
      'administrator manager inginer avocat consilier președinte vicepreședinte fondator asociat contabil economist medic profesor secretar coordonator reprezentant specialist asistent șef',
    honorifics: 'dl dna domnul doamna',
    labels: 'persoană de contact|reprezentant legal|reprezentată prin',
  },
  ru: {
    titles:
      'директор менеджер руководитель начальник инженер специалист президент вице-президент председатель заместитель зам бухгалтер юрист адвокат консультант секретарь администратор координатор основатель учредитель соучредитель владелец собственник партнёр партнер эксперт аналитик разработчик программист дизайнер архитектор врач стоматолог доктор профессор преподаватель учитель доцент ректор декан редактор журналист автор фотограф мастер технолог логист маркетолог продавец представитель управляющий заведующий ассистент помощник керівник засновник власник бухгалтерка директорка голова начальниця менеджерка спеціаліст фахівець юристка лікар викладач управител мениджър собственик председател адвокатка счетоводител ръководител директорът власник извршни',
    honorifics: 'г-н г-жа господин госпожа пан пані д-р проф',
    labels:
      'контактное лицо|контактная особа|контактна особа|генеральный директор|ответственный|руководитель|лице за контакт',
    by: 'автор|автор статьи',
  },
  tr: {
    titles:
      'müdür müdürü müdürlüğü yönetici yöneticisi genel başkan başkanı direktör direktörü kurucu ortak ortağı sahibi uzman uzmanı mühendis mühendisi avukat danışman danışmanı sorumlusu temsilcisi sekreter asistan doktor öğretmen koordinatör koordinatörü şef şefi üyesi mali müşavir muhasebe',
    honorifics: 'bay bayan sn sayın av uzm doç',
    labels: 'yetkili|yetkili kişi|ilgili kişi|irtibat|sorumlu',
    by: 'yazan|yazar',
  },
  el: {
    titles:
      'διευθυντής διευθύντρια διευθύνων πρόεδρος αντιπρόεδρος υπεύθυνος υπεύθυνη σύμβουλος μηχανικός δικηγόρος λογιστής γραμματέας ιδρυτής ιδιοκτήτης προϊστάμενος προϊσταμένη ιατρός γιατρός καθηγητής καθηγήτρια πωλήσεις συνεργάτης εταίρος αρχιτέκτονας ταμίας μέλος',
    honorifics: 'κ κος κα κυρία κύριος δρ',
    labels: 'υπεύθυνος επικοινωνίας|επικοινωνία|νόμιμος εκπρόσωπος',
  },
  vi: {
    phrases:
      'giám đốc|trưởng phòng|trưởng nhóm|quản lý|kỹ sư|chuyên viên|chủ tịch|phó chủ tịch|nhân viên|kế toán|luật sư|bác sĩ|giảng viên|trợ lý|thư ký|nhà sáng lập',
    honorifics: 'ông bà anh chị pgs gs ths',
    labels: 'liên hệ|người liên hệ|người đại diện|đại diện pháp luật',
  },
  id: {
    titles:
      'direktur manajer kepala ketua komisaris sekretaris bendahara pendiri pemilik staf pengarah pengurus presiden wakil penasihat insinyur dosen guru dokter pengacara akuntan',
    honorifics: 'bapak ibu pak bu tuan puan encik cik drg ir hj',
    labels: 'narahubung|kontak|penanggung jawab',
  },
  zh: {
    phrases:
      '总裁|總裁|总经理|總經理|经理|經理|总监|總監|主任|主管|董事长|董事長|董事|监事|監事|创始人|創始人|創辦人|创办人|合伙人|合夥人|工程师|工程師|设计师|設計師|分析师|分析師|顾问|顧問|律师|律師|会计|會計|专员|專員|助理|代表|院长|院長|校长|校長|教授|讲师|講師|研究员|研究員|博士|首席|负责人|負責人|部长|部長|店长|店長|厂长|廠長|主席|主席|理事|秘书|秘書|医师|醫師|医生|醫生|主编|主編|记者|記者|编辑|編輯|客服|销售|業務|组长|組長|处长|處長|科长|科長|局长|局長|书记|書記|老师|老師|专家|專家|股东|股東|法人',
    after: '先生|女士|小姐|老师|老師|博士|教授|律师|律師|医生|醫生|经理|經理|总|總|工',
    labels:
      '联系人|聯絡人|聯繫人|联络人|负责人|負責人|法定代表人|法人代表|法人|代表人|姓名|作者|编辑|記者|记者|主讲人|主講人|讲师|講師|主编|撰文|文|图|来源|發言人|发言人|业务联系|業務聯絡|采购联系人|招商经理|责任编辑|責任編輯|經辦人|经办人',
  },
  ja: {
    phrases:
      '取締役|代表|社長|部長|課長|係長|会長|専務|常務|監査役|執行役員|店長|所長|室長|主任|弁護士|税理士|行政書士|司法書士|公認会計士|理事長|理事|院長|医師|教授|准教授|講師|研究員|担当|エンジニア|デザイナー|マネージャー|ディレクター|プロデューサー|コンサルタント|アナリスト|ライター',
    after: '様|さん|氏|先生|殿',
    labels:
      '代表者|代表者名|担当|担当者|お問い合わせ担当|責任者|運営責任者|運営統括責任者|販売責任者|氏名|お名前|代表|文|著者|執筆者|講師|監修',
  },
  ko: {
    phrases:
      '대표이사|대표|이사|사장|부사장|전무|상무|본부장|실장|팀장|부장|차장|과장|대리|사원|원장|교수|연구원|매니저|변호사|세무사|회계사|의사|디자이너|개발자|엔지니어|컨설턴트|회장|부회장|센터장|기자|작가|강사|소장',
    after: '님|씨|대표|교수|원장|팀장|기자',
    labels:
      '대표자|대표이사|대표|담당자|담당|책임자|개인정보관리책임자|개인정보보호책임자|사업자|성명|이름|글|저자|작성자',
  },
  ar: {
    phrases:
      'مدير|مديرة|رئيس|نائب|مهندس|مسؤول|مستشار|محامي|محامية|محاسب|منسق|شريك|مؤسس|طبيب|أستاذ|أخصائي|مساعد|سكرتير|مدیر|کارشناس|معاون|مدیرعامل|بنیان‌گذار|وکیل',
    honorifics: 'السيد السيدة الدكتور الدكتورة د م أ الأستاذ المهندس آقای خانم دکتر مهندس',
    labels: 'جهة الاتصال|المسؤول|للتواصل|مسئول',
  },
  he: {
    phrases:
      'מנכ"ל|מנכ״ל|סמנכ"ל|סמנכ״ל|מנהל|מנהלת|יו"ר|יו״ר|מהנדס|מהנדסת|יועץ|יועצת|עורך דין|עורכת דין|רואה חשבון|מזכירה|שותף|שותפה|מייסד|מייסדת|רופא|פרופסור',
    honorifics: 'מר גב׳ גברת ד"ר ד״ר פרופ׳ עו"ד עו״ד',
    labels: 'איש קשר|אשת קשר',
  },
  th: {
    phrases: 'ผู้จัดการ|กรรมการ|ประธาน|หัวหน้า|วิศวกร|ผู้อำนวยการ|ที่ปรึกษา|เลขานุการ|ทนายความ|อาจารย์|แพทย์|พนักงาน',
    honorifics: 'นาย นาง นางสาว คุณ ดร',
    labels: 'ติดต่อ|ผู้ติดต่อ',
  },
  hi: {
    phrases: 'प्रबंधक|निदेशक|अध्यक्ष|उपाध्यक्ष|सचिव|अभियंता|संस्थापक|प्रोफेसर|अधिवक्ता|चिकित्सक|सलाहकार',
    honorifics: 'श्री श्रीमती सुश्री डॉ',
    labels: 'संपर्क',
  },
};

/** Between the parts of a family name. */
export const particles = new Set(
  "van von der den de del della dello di da dos das do du la le les el al bin ibn binti ben bar ter ten te zu zur zum af av 't y e i st".split(
    ' ',
  ),
);

/** Degrees, orders and generations that are written with small letters too; others are rows of capitals. */
export const suffixWord =
  /^(?:jr|sr|esq|esquire|ph\.?d|dr\.?ph|ed\.?d|psy\.?d|pharm\.?d|d\.?phil|m\.?phil|m\.?sc|b\.?sc|m\.?ed|m\.?eng|b\.?eng|ll\.?[mb]|hons|dipl|ret|retd|ii|iii|iv)\.?$/i;
