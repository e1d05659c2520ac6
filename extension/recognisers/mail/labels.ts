/**
 * Words that mail programs put around quoted and forwarded mail, by what they mean. Data: a language is added by
 * adding its words. English, German, French, Spanish, Catalan, Portuguese, Italian, Dutch, Danish, Norwegian,
 * Swedish, Finnish, Polish, Czech, Slovak, Hungarian, Romanian, Greek, Russian, Ukrainian, Turkish, Vietnamese,
 * Indonesian, Thai, Hebrew, Arabic, Japanese, Korean, Simplified and Traditional Chinese.
 */
export const headerLabels = {
  from: 'from|von|de|da|van|från|fra|od|nadawca|lähettäjä|kimden|gönderen|от|від|feladó|expeditor|από|odesílatel|odosielateľ|từ|dari|จาก|מאת|من|差出人|送信者|보낸 ?사람|发件人|發件人|寄件者|寄件人|author',
  date: 'date|sent|date sent|sent at|gesendet|datum|envoyé|envoyé le|enviado|enviado el|fecha|data|enviada em|inviato|verzonden|skickat|sendt|dato|wysłano|data wysłania|lähetetty|päivämäärä|päiväys|gönderildi|gönderme tarihi|tarih|дата|отправлено|надіслано|elküldve|dátum|trimis|dată|ημερομηνία|στάλθηκε|odesláno|odoslané|đã gửi|ngày|dikirim|tanggal|วันที่|ส่งเมื่อ|נשלח|תאריך|تاريخ|التاريخ|أرسلت|送信日時|日時|日付|보낸 ?날짜|날짜|发送时间|发送日期|發送時間|傳送時間|寄件日期|寄件時間|日期|时间|時間',
  to: 'to|an|à|a|para|per|aan|till|til|do|vastaanottaja|kime|alıcı|кому|címzett|către|προς|komu|příjemce|đến|tới|kepada|ke|ถึง|אל|إلى|宛先|받는 ?사람|收件人|收件者',
  cc: 'cc|bcc|kopie|copie|copia|kopia|kopi|kopio|dw|копия|копія|másolat|κοιν|参照|참조|抄送|副本|reply-to|antwort an|répondre à|responder a|svar til|svara till|odpowiedź do|回复|回覆|答复',
  subject:
    'subject|betreff|objet|sujet|asunto|assunto|assumpte|oggetto|onderwerp|ämne|emne|temat|aihe|konu|тема|tárgy|subiect|θέμα|předmět|predmet|chủ đề|tiêu đề|subjek|perihal|เรื่อง|נושא|الموضوع|件名|제목|主题|主題|主旨|標題|标题',
} as const;

export type HeaderLabel = keyof typeof headerLabels;

/** "wrote", in the forms that stand in an attribution line. */
export const wroteWords =
  'wrote|writes|schrieb|schreibt|a écrit|écrit|escribió|escribio|escribe|va escriure|escreveu|ha scritto|scrisse|schreef|geschreven|het volgende geschreven|skrev|følgende|napisał\\(a\\)|napisał|napisała|kirjoitti|yazdı|şunu yazdı|написал\\(а\\)|написал|написала|пишет|пише|написав|írta|ezt írta|a scris|έγραψε|napsal\\(a\\)|napsal|napísal|đã viết|menulis|เขียนว่า|כתב|كتب|のメール|は書きました|さんは書きました|님이 작성|님이 씀|작성|写道|寫道|写到|撰寫|撰写';

/** Words between rules of dashes, or alone in a line with a colon, above a quoted or forwarded mail. */
export const separatorWords =
  "original message|original appointment|original e-?mail|forwarded message|forwarded mail|forwarded by .{3,160}|begin forwarded message|reply separator|message forwarded|ursprüngliche nachricht|ursprüngliche mail|original-nachricht|originalnachricht|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message d['’]origine|message original|message transféré|message initial|début du message réexpédié|mensaje original|mensaje reenviado|inicio del mensaje reenviado|missatge original|mensagem original|mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|messaggio originale|messaggio inoltrato|inizio messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|begin doorgestuurd bericht|oprindelig meddelelse|opprinnelig melding|videresendt meddelelse|videresendt besked|originalmeddelande|ursprungligt meddelande|vidarebefordrat meddelande|alkuperäinen viesti|välitetty viesti|wiadomość oryginalna|oryginalna wiadomość|wiadomość przekazana dalej|původní zpráva|přeposlaná zpráva|pôvodná správa|eredeti üzenet|továbbított üzenet|mesaj original|mesaj redirecționat|αρχικό μήνυμα|προωθημένο μήνυμα|исходное сообщение|пересылаемое сообщение|пересланное сообщение|оригінальне повідомлення|переслане повідомлення|orijinal mesaj|özgün ileti|yönlendirilmiş ileti|iletilen mesaj|thư gốc|tin nhắn được chuyển tiếp|pesan asli|pesan terusan|ข้อความต้นฉบับ|ข้อความที่ส่งต่อ|הודעה מקורית|הודעה שהועברה|الرسالة الأصلية|رسالة معاد توجيهها|元のメッセージ|オリジナルメッセージ|転送メッセージ|転送されたメッセージ|원본 ?메시지|원본 메일|전달된 ?메시지|原始邮件|原始郵件|原邮件|原始信件|转发邮件|轉寄郵件|轉寄的郵件|转发的邮件|以下是转发的邮件|开始转发的邮件|開始轉寄郵件|轉寄訊息|回复的原邮件|引用原文";

/** A line that a phone or a mail program adds by itself below what was written. */
export const deviceWords =
  "sent (?:from|via) (?:my\\b|mail|yahoo|aol|outlook|gmail|proton|spark|samsung|huawei|xiaomi|blackberry|iphone|ipad|android|windows|an? )|get outlook for|von meinem .{1,40} gesendet|gesendet von|gesendet mit|diese nachricht wurde von|envoyé (?:de|depuis) m|envoyé à partir d|enviado (?:desde|do|de|a partir) m|obtener outlook para|inviato da|verzonden (?:vanaf|met|via|uit)|verstuurd vanaf|sendt fra|skickat från|lähetetty|wysłane z|odesláno z|отправлено (?:с|из)|надіслано з|iphone[’']?umdan gönderildi|dikirim dari|iphoneから送信|androidから送信|내 iphone|나의 iphone|发自我的|發自我的|从我的 .{1,20}发送|從我的 .{1,20}傳送|来自我的|發送自|取得 .{1,10}版 outlook|获取 .{1,10}版 outlook";

/** How a mailing list, or a list's relay, begins the lines it adds below every mail. */
export const footerWords =
  "you received this message because you are subscribed|to unsubscribe|unsubscribe from this|manage your (?:email )?preferences|mailing list|um sich abzumelden|pour vous désabonner|para darse de baja|per annullare l['’]iscrizione|您收到此邮件|您收到此邮件是因为|您會收到這封郵件|若要退訂|如需退订|退订|取消訂閱";
