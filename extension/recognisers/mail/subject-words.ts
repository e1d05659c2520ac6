/** How subjects of mails that nobody wrote begin, or what stands in them; alternatives are parted by `|`. A language is a row. */
export type SubjectWords = { away: string; undelivered?: string; calendar?: string; receipt?: string };

export const subjectWords: readonly SubjectWords[] = [
  // English.
  {
    away: 'out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?(?:reply|response)|on (?:annual|maternity|parental) leave|away from (?:my|the) (?:desk|office|e-?mail)|vacation reply',
    undelivered:
      'undeliverable|undelivered mail returned|mail delivery (?:failed|failure|subsystem)|delivery status notification|failure notice|returned mail|message not delivered|delivery has failed|could not be delivered',
    calendar:
      '(?:updated |cancell?ed )?(?:invitation|event)|(?:accepted|declined|tentatively accepted|tentative)|meeting (?:request|cancell?ed|forward notification)|new time proposed',
    receipt:
      'receipt|invoice|statement|(?:order|payment|booking|reservation|shipping) (?:confirm|receipt|no\\.?|number|#)|your (?:order|booking|payment|subscription|parcel|package)|(?:security|verification|one-time) (?:alert|code|password)|password reset|reset your password|sign-in',
  },
  // Chinese in simplified characters.
  {
    away: '外出|自动(?:回复|答复)|不在办公室|休假',
    undelivered: '无法(?:投递|送达|发送)|退信|投递失败|未送达|系统退信|邮件被退回',
    calendar: '(?:更新的)?邀请|已接受|已拒绝|暂定|已取消|会议邀请|日程',
    receipt: '收据|发票|账单|订单|付款|预订确认|发货|验证码|重置密码',
  },
  // Chinese in traditional characters.
  {
    away: '外出|自動(?:回覆|回信|答覆)|不在辦公室|休假|請假',
    undelivered: '無法(?:傳遞|傳送|送達|投遞|寄送)|退信|寄送失敗|未送達|傳送失敗|退回',
    calendar: '(?:已更新的)?邀請|已接受|已拒絕|暫定|已取消|會議邀請',
    receipt: '收據|發票|帳單|訂單|付款|預訂確認|出貨|驗證碼|重設密碼',
  },
  // Japanese.
  {
    away: '不在|自動返信|自動応答|休暇|外出中',
    undelivered:
      '配信不能|送信できませんでした|配信できませんでした|不達|配達できません|届きませんでした|配信に失敗',
    calendar: '(?:更新された)?招待|承諾|辞退|仮承諾|キャンセル|会議(?:の|への)?(?:出席|招待)|予定',
    receipt: '領収書|請求書|注文|お支払い|予約|発送|認証コード|確認コード|パスワード',
  },
  // Korean.
  {
    away: '부재|자동 ?(?:회신|응답|답장)|휴가|외근|부재중',
    undelivered: '배달(?:되지|할 수)|전송 ?(?:실패|되지)|반송|전달되지 못|배달 못한|발송 실패',
    calendar: '초대|수락|거절|미정|취소된|업데이트된 초대|일정',
    receipt: '영수증|청구서|주문|결제|예약|배송|인증 ?(?:번호|코드)|비밀번호',
  },
  // German.
  {
    away: 'abwesenheits(?:notiz|nachricht|meldung|assistent)?|automatische antwort|nicht im (?:büro|haus)|außer haus|im urlaub|abwesend',
    undelivered:
      'unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|konnte nicht (?:zugestellt|übermittelt) werden|übermittlungsfehler|zustellungsbenachrichtigung',
    calendar:
      '(?:aktualisierte )?einladung|zugesagt|abgelehnt|mit vorbehalt|abgesagt|besprechungsanfrage|terminabsage',
    receipt:
      'rechnung|quittung|(?:bestell|auftrags|zahlungs|buchungs|versand)bestätigung|ihre (?:bestellung|buchung|zahlung|lieferung)|bestätigungscode',
  },
  // French.
  {
    away: "absence|absent du bureau|réponse automatique|message d[’']absence|en congés?|absente? (?:jusqu|du)",
    undelivered:
      "non remis|échec de (?:la )?(?:remise|livraison|distribution)|n[’']a pas pu être (?:remis|distribué|livré)|notification d[’']état de remise|courrier non distribué",
    calendar: 'invitation|accepté|refusé|provisoire|annulé|réunion annulée|demande de réunion',
    receipt:
      'facture|reçu|votre (?:commande|paiement|réservation|colis)|confirmation de|code de vérification',
  },
  // Spanish.
  {
    away: 'fuera de (?:la )?oficina|respuesta automática|ausencia|de vacaciones|estaré ausente',
    undelivered:
      'no (?:se )?(?:ha podido|pudo|puede) (?:ser )?entrega(?:r|do)|no se puede entregar|error (?:de|en la) entrega|correo devuelto|notificación (?:de|del) estado de (?:la )?entrega',
    calendar:
      'invitación|aceptad[oa]|rechazad[oa]|provisional|cancelad[oa]|convocatoria de reunión|invitación actualizada',
    receipt: 'factura|recibo|(?:su|tu) (?:pedido|pago|reserva)|confirmación de|código de verificación',
  },
  // Catalan.
  { away: "fora de l[’']oficina|resposta automàtica" },
  // Portuguese.
  {
    away: 'fora do escritório|ausência|resposta automática|ausente|de férias|ausência temporária',
    undelivered:
      'não (?:foi|pôde ser) (?:entregue|possível entregar)|falha na entrega|não entregue|devolvid[oa] ao remetente|notificação de (?:status|estado) de entrega',
    calendar: 'convite|aceit[oea]|recusad[oa]|provisóri[oa]|cancelad[oa]|convite atualizado',
    receipt:
      'fatura|recibo|nota fiscal|(?:seu|sua) (?:pedido|encomenda|pagamento|reserva)|confirmação d[eoa]|código de verificação',
  },
  // Italian.
  {
    away: 'fuori (?:ufficio|sede)|risposta automatica|assenza|assente|in ferie',
    undelivered:
      'mancato recapito|impossibile (?:recapitare|consegnare)|non (?:è stato )?(?:recapitat|consegnat)[oa]|errore di consegna|consegna non riuscita',
    calendar: 'invito|accettato|rifiutato|provvisorio|annullat[oa]|convocazione|invito aggiornato',
    receipt:
      'fattura|ricevuta|(?:tuo|tua|suo|sua) (?:ordine|pagamento|prenotazione)|conferma d|codice di verifica',
  },
  // Dutch.
  {
    away: 'afwezig(?:heid|heidsbericht)?|niet op kantoor|automatisch antwoord|buiten kantoor|op vakantie',
    undelivered:
      'onbestelbaar|niet (?:worden )?(?:bezorgd|afgeleverd|besteld)|kon niet worden (?:bezorgd|afgeleverd)|bezorging mislukt',
    calendar: '(?:bijgewerkte )?uitnodiging|geaccepteerd|geweigerd|voorlopig|geannuleerd|vergaderverzoek',
    receipt:
      'factuur|kassabon|(?:je|uw) (?:bestelling|betaling|boeking|pakket)|(?:bestel|order|betalings|boekings)bevestiging|verificatiecode',
  },
  // Swedish.
  {
    away: 'frånvaro|frånvarande|autosvar|automatiskt svar|inte på kontoret|semester',
    undelivered: 'olevererbart|kunde inte levereras|leveransfel|gick inte att leverera',
    calendar: 'inbjudan|accepterat|avböjt|preliminärt|inställt|uppdaterad inbjudan|mötesförfrågan',
    receipt:
      'faktura|kvitto|din (?:beställning|order|bokning|betalning)|(?:order|boknings)bekräftelse|verifieringskod',
  },
  // Danish.
  {
    away: 'fraværende|ikke på kontoret|automatisk svar|autosvar|ferie|fravær',
    undelivered: 'kunne ikke leveres|ikke leveret|leveringsfejl|kan ikke leveres',
    calendar: 'invitation|accepteret|afvist|foreløbig|aflyst|opdateret invitation|mødeindkaldelse',
    receipt: 'faktura|kvittering|din (?:ordre|bestilling|betaling)|ordrebekræftelse|bekræftelseskode',
  },
  // Norwegian.
  {
    away: 'fraværende|ikke på kontoret|automatisk svar|autosvar|ferie|fravær',
    undelivered: 'kunne ikke leveres|kan ikke leveres|leveringsfeil|ikke levert',
    calendar: 'invitasjon|godtatt|avslått|foreløpig|avlyst|oppdatert invitasjon|møteinnkalling',
    receipt: 'faktura|kvittering|din (?:ordre|bestilling|betaling)|ordrebekreftelse|bekreftelseskode',
  },
  // Finnish.
  {
    away: 'poissa|poissaolo|automaattinen vastaus|lomalla|en ole toimistolla',
    undelivered: 'ei voitu toimittaa|toimitus epäonnistui|toimittaminen epäonnistui|perille toimittamaton',
    calendar: 'kutsu|hyväksytty|hylätty|alustava|peruttu|peruutettu|kokouskutsu',
    receipt: 'lasku|kuitti|tilausvahvistus|tilauksesi|varausvahvistus|vahvistuskoodi',
  },
  // Estonian.
  { away: 'automaatvastus|kontorist väljas' },
  // Latvian.
  { away: 'automātiskā atbilde|ārpus biroja' },
  // Lithuanian.
  { away: 'automatinis atsakymas|nesu biure' },
  // Polish.
  {
    away: 'poza biurem|autoodpowiedź|automatyczna odpowiedź|odpowiedź automatyczna|nieobecność|na urlopie|nieobecn[ay]',
    undelivered:
      'nie (?:można|udało się) dostarczyć|niedostarczon[ae]|nie została dostarczona|zwrot wiadomości',
    calendar: 'zaproszenie|zaakceptowano|odrzucono|wstępnie|odwołano|anulowano',
    receipt: 'faktura|paragon|potwierdzenie|twoje zamówienie|zamówienie nr|kod weryfikacyjny',
  },
  // Czech.
  {
    away: 'mimo kancelář|automatická odpověď|nepřítomnost|nepřítomen|dovolen[áé]',
    undelivered: 'nelze doručit|nedoručiteln|nebyla doručena|doručení se nezdařilo',
    calendar: 'pozvánka|přijato|odmítnuto|nezávazně|zrušeno',
    receipt: 'faktura|účtenka|potvrzení|vaše objednávka|ověřovací kód',
  },
  // Slovak.
  {
    away: 'mimo kancelárie|automatická odpoveď|neprítomn',
    undelivered: 'nedoručiteľn|nebolo možné doručiť',
    calendar: 'pozvánka|prijaté|odmietnuté|zrušené',
    receipt: 'faktúra|potvrdenie|vaša objednávka',
  },
  // Slovenian.
  { away: 'odsotnost|samodejni odgovor' },
  // Croatian and Serbian.
  { away: 'izvan ureda|automatski odgovor|аутоматски одговор|odsut' },
  // Bulgarian.
  { away: 'извън офиса|автоматичен отговор' },
  // Hungarian.
  {
    away: 'házon kívül|automatikus válasz|szabadságon|irodán kívül|távol',
    undelivered: 'nem kézbesíthető|kézbesítési hiba|nem sikerült kézbesíteni',
    calendar: 'meghívó|elfogadva|elutasítva|feltételesen|lemondva|törölve',
    receipt: 'számla|nyugta|megrendelés|rendelésed|ellenőrző kód',
  },
  // Romanian.
  {
    away: 'în afara biroului|răspuns automat|absent|concediu',
    undelivered: 'nu a putut fi livrat|nelivrat|livrarea a eșuat',
    calendar: 'invitație|acceptat|refuzat|provizoriu|anulat',
    receipt: 'factură|chitanță|bon fiscal|confirmare|comanda|cod de verificare',
  },
  // Russian.
  {
    away: 'автоответ|автоматический ответ|отсутств|вне офиса|в отпуске|нет на месте',
    undelivered: 'не доставлено|недоставлен|не удалось доставить|ошибка доставки|не может быть доставлен',
    calendar: 'приглашение|принято|отклонено|под вопросом|отменено',
    receipt: 'сч[её]т|квитанция|ваш заказ|подтверждение|код подтверждения',
  },
  // Ukrainian.
  {
    away: 'автоматична відповідь|автовідповідь|поза офісом|відсутн|у відпустці',
    undelivered: 'не доставлено|не вдалося доставити',
    calendar: 'запрошення|прийнято|відхилено|скасовано',
    receipt: 'рахунок|квитанція|підтвердження|ваше замовлення',
  },
  // Greek.
  {
    away: 'εκτός γραφείου|αυτόματη απάντηση|απουσ',
    undelivered: 'δεν ήταν δυνατή η παράδοση|αποτυχία παράδοσης',
    calendar: 'πρόσκληση|αποδοχή|απόρριψη|ακυρώθηκε',
    receipt: 'τιμολόγιο|απόδειξη|επιβεβαίωση|η παραγγελία σας',
  },
  // Turkish.
  {
    away: 'ofis dışında|otomatik yanıt|otomatik cevap|izinde|işyeri dışında',
    undelivered: 'teslim edilemedi|iletilemedi|teslim edilemeyen|gönderilemedi',
    calendar: 'davet(?:iye)?|kabul edildi|reddedildi|iptal edildi|toplantı',
    receipt: 'fatura|makbuz|sipariş|ödeme onayı|doğrulama kodu',
  },
  // Vietnamese.
  {
    away: 'vắng mặt|trả lời tự động|tự động trả lời|nghỉ phép',
    undelivered: 'không gửi được|không thể gửi|gửi thư không thành công',
    calendar: 'lời mời|đã chấp nhận|đã từ chối|đã hủy',
    receipt: 'hóa đơn|biên lai|đơn hàng|xác nhận|mã xác',
  },
  // Indonesian and Malay.
  {
    away: 'di luar kantor|balasan otomatis|sedang cuti',
    undelivered: 'tidak (?:dapat )?terkirim|gagal dikirim',
    calendar: 'undangan|diterima|ditolak|dibatalkan',
    receipt: 'faktur|kuitansi|tagihan|konfirmasi|pesanan anda',
  },
  // Thai.
  {
    away: 'ไม่อยู่ที่สำนักงาน|ตอบกลับอัตโนมัติ|ลาพักร้อน',
    undelivered: 'ส่งไม่สำเร็จ|ไม่สามารถส่ง',
    calendar: 'คำเชิญ',
    receipt: 'ใบเสร็จ|ใบแจ้งหนี้|ยืนยัน|รหัส',
  },
  // Hindi.
  { away: 'कार्यालय से बाहर|स्वतः उत्तर' },
  // Arabic.
  {
    away: 'خارج المكتب|رد تلقائي|الرد التلقائي|في إجازة',
    undelivered: 'تعذر (?:تسليم|التسليم|إرسال)|لم يتم تسليم|فشل (?:التسليم|تسليم)',
    calendar: 'دعوة|تم القبول|تم الرفض|تم الإلغاء|ألغي',
    receipt: 'فاتورة|إيصال|تأكيد|طلبك|رمز التحقق',
  },
  // Persian.
  { away: 'پاسخ خودکار|خارج از دفتر' },
  // Hebrew.
  {
    away: 'מחוץ למשרד|מענה אוטומטי|תשובה אוטומטית|בחופשה',
    undelivered: 'לא נמסר|מסירה נכשלה|לא ניתן למסור',
    calendar: 'הזמנה|התקבל|נדחה|בוטל',
    receipt: 'חשבונית|קבלה|אישור|ההזמנה שלך|קוד אימות',
  },
];
