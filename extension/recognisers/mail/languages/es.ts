import type { MailWords } from '../words.ts';

/** Spanish. */
export const es: MailWords = {
  from: 'de|remitente',
  date: 'enviado|enviado el|fecha|fecha de envío',
  to: 'para|a',
  cc: 'cc|cco|con copia|responder a',
  subject: 'asunto',
  wrote: 'escribió|escribio|escribe|ha escrito',
  opens: 'el',
  original:
    'mensaje original|mensaje reenviado|inicio del mensaje reenviado|correo original|reenviado por .{3,160}|comienzo del mensaje reenviado',
  device: 'enviado (?:desde|con|mediante)|obtener outlook para|obtén outlook',
  footer: 'para darse de baja|has recibido este mensaje porque',
  signOffs:
    'saludos|un saludo|(?:saludos|un) cordial(?:es)?(?: saludo)?|un cordial saludo|saludos cordiales|atentamente|muy atentamente|atte|cordialmente|(?:muchas )?gracias|un abrazo|abrazos|reciba un cordial saludo|quedo atent[oa]|gracias y saludos|gracias de antemano',
  greetings: 'hola|estimad[oa]s?|buen(?:os|as) (?:días|tardes|noches)|querid[oa]s?|apreciad[oa]s?',
  phone: 'teléfono|telefono|tel|tfno|tlf|móvil|movil|celular|cel|ext|directo|oficina|centralita',
  fax: 'fax',
  mail: 'correo|e-?mail|correo electrónico',
  web: 'web|sitio web|página web',
  address: 'dirección|domicilio',
  leave:
    'darse de baja|cancelar (?:la )?suscripción|date de baja|dar de baja|anular (?:la )?suscripción|ver (?:en el|este correo en (?:el|tu)) navegador|gestionar (?:tus )?preferencias|recib(?:es|e|iste) este (?:correo|mensaje|e-?mail) porque',
  machine: 'no respond(?:a|as|er)|mensaje automático|generado automáticamente|correo automático',
};
