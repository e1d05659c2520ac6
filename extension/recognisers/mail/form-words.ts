/** Labels of a web form as its notification repeats them; alternatives are parted by `|`. A language is a row. */
export type FormWords = { name: string; given: string; family: string; company: string; message: string };

export const formWords: readonly FormWords[] = [
  // English.
  {
    name: 'name|full name|your name|contact name|contact',
    given: 'first name|given name|firstname',
    family: 'last name|surname|family name|lastname',
    company: 'company|company name|organi[sz]ation|business name|business',
    message: 'message|your message|comments?|enquiry|inquiry|question|details|subject|how can we help',
  },
  // German.
  {
    name: 'name|ihr name|vollständiger name|ansprechpartner',
    given: 'vorname',
    family: 'nachname|familienname',
    company: 'firma|firmenname|unternehmen',
    message: 'nachricht|ihre nachricht|anfrage|mitteilung|betreff',
  },
  // French.
  {
    name: 'nom complet|nom et prénom|votre nom',
    given: 'prénom',
    family: 'nom|nom de famille',
    company: 'société|entreprise|organisation|nom de la société',
    message: 'message|votre message|demande|sujet|objet',
  },
  // Spanish.
  {
    name: 'nombre completo|nombre y apellidos|su nombre|tu nombre',
    given: 'nombre',
    family: 'apellidos?',
    company: 'empresa|compañía|organización',
    message: 'mensaje|comentarios?|consulta|asunto',
  },
  // Portuguese.
  {
    name: 'nome completo|seu nome',
    given: 'nome|primeiro nome',
    family: 'sobrenome|apelido|último nome',
    company: 'empresa|companhia|organização',
    message: 'mensagem|comentários?|assunto',
  },
  // Italian.
  {
    name: 'nome e cognome|nome completo|il tuo nome',
    given: 'nome',
    family: 'cognome',
    company: 'azienda|società|ditta',
    message: 'messaggio|richiesta|oggetto',
  },
  // Dutch.
  {
    name: 'naam|volledige naam|uw naam',
    given: 'voornaam',
    family: 'achternaam',
    company: 'bedrijf|bedrijfsnaam|organisatie',
    message: 'bericht|uw bericht|vraag|onderwerp',
  },
  // Swedish.
  {
    name: 'namn|ditt namn',
    given: 'förnamn',
    family: 'efternamn',
    company: 'företag|företagsnamn|organisation',
    message: 'meddelande|ämne',
  },
  // Danish and Norwegian.
  {
    name: 'navn|dit navn|ditt navn',
    given: 'fornavn',
    family: 'efternavn|etternavn',
    company: 'firma|virksomhed|bedrift|firmanavn',
    message: 'besked|melding|meddelelse|emne',
  },
  // Finnish.
  {
    name: 'nimi|koko nimi',
    given: 'etunimi',
    family: 'sukunimi',
    company: 'yritys|organisaatio',
    message: 'viesti|aihe',
  },
  // Polish.
  {
    name: 'imię i nazwisko|twoje imię',
    given: 'imię',
    family: 'nazwisko',
    company: 'firma|nazwa firmy|organizacja',
    message: 'wiadomość|treść|temat|zapytanie',
  },
  // Czech and Slovak.
  {
    name: 'jméno a příjmení|meno a priezvisko|celé jméno',
    given: 'jméno|meno',
    family: 'příjmení|priezvisko',
    company: 'firma|společnost|spoločnosť',
    message: 'zpráva|správa|dotaz|předmět',
  },
  // Hungarian.
  {
    name: 'név|teljes név',
    given: 'keresztnév',
    family: 'vezetéknév',
    company: 'cég|cégnév',
    message: 'üzenet|tárgy',
  },
  // Romanian.
  {
    name: 'nume complet|numele',
    given: 'prenume',
    family: 'nume|nume de familie',
    company: 'companie|firmă|firma',
    message: 'mesaj|subiect',
  },
  // Russian.
  {
    name: 'фио|ваше имя|имя и фамилия|контактное лицо',
    given: 'имя',
    family: 'фамилия',
    company: 'компания|организация',
    message: 'сообщение|комментарий|вопрос|тема',
  },
  // Ukrainian.
  {
    name: "піб|ваше ім[’']я",
    given: "ім[’']я",
    family: 'прізвище',
    company: 'компанія|організація',
    message: 'повідомлення|коментар|тема',
  },
  // Greek.
  {
    name: 'ονοματεπώνυμο',
    given: 'όνομα',
    family: 'επώνυμο|επίθετο',
    company: 'εταιρεία|εταιρία',
    message: 'μήνυμα|θέμα',
  },
  // Turkish.
  {
    name: 'ad soyad|adınız soyadınız|isim|adınız',
    given: 'ad',
    family: 'soyad|soyadı',
    company: 'şirket|firma|kurum',
    message: 'mesaj|mesajınız|konu',
  },
  // Vietnamese.
  {
    name: 'họ tên|họ và tên',
    given: 'tên',
    family: 'họ',
    company: 'công ty',
    message: 'nội dung|tin nhắn|lời nhắn',
  },
  // Indonesian.
  {
    name: 'nama|nama lengkap',
    given: 'nama depan',
    family: 'nama belakang',
    company: 'perusahaan',
    message: 'pesan',
  },
  // Arabic.
  {
    name: 'الاسم|الاسم الكامل',
    given: 'الاسم الأول',
    family: 'اسم العائلة',
    company: 'الشركة',
    message: 'الرسالة|رسالتك|الموضوع',
  },
  // Hebrew.
  {
    name: 'שם|שם מלא',
    given: 'שם פרטי',
    family: 'שם משפחה',
    company: 'חברה|שם החברה',
    message: 'הודעה|נושא',
  },
  // Chinese in simplified characters.
  {
    name: '姓名|您的姓名|联系人|称呼|名字|客户姓名',
    given: '名',
    family: '姓',
    company: '公司|公司名称|单位|企业名称',
    message: '留言|留言内容|内容|咨询内容|需求|备注|消息',
  },
  // Chinese in traditional characters.
  {
    name: '姓名|您的姓名|聯絡人|稱呼|大名',
    given: '名',
    family: '姓',
    company: '公司|公司名稱|單位',
    message: '留言|留言內容|內容|諮詢內容|需求|備註|訊息',
  },
  // Japanese.
  {
    name: 'お名前|氏名|ご担当者名|担当者名',
    given: '名',
    family: '姓',
    company: '会社名|御社名|貴社名|法人名',
    message: 'お問い合わせ内容|内容|メッセージ|ご用件|備考',
  },
  // Korean.
  {
    name: '이름|성함|성명|담당자',
    given: '이름',
    family: '성',
    company: '회사|회사명|업체명|기업명',
    message: '문의 ?내용|내용|메시지|문의사항',
  },
];
