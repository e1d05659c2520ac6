import type { MailWords } from '../words.ts';

/** Portuguese. */
export const pt: MailWords = {
  from: 'de|remetente',
  date: 'enviado|enviado em|enviada|enviada em|data',
  to: 'para',
  cc: 'cc|cco|com cópia|responder para',
  subject: 'assunto',
  wrote: 'escreveu|escreve',
  opens: 'em|a|no dia',
  original:
    'mensagem original|mensagem encaminhada|mensagem reencaminhada|início da mensagem (?:encaminhada|reencaminhada)|encaminhado por .{3,160}',
  device: 'enviado (?:do|da|de|a partir|pelo|via) |obter o outlook|enviada do meu',
  footer: 'para cancelar a (?:inscrição|assinatura)|você recebeu esta mensagem porque',
  signOffs:
    'atenciosamente|att|atte|(?:com os )?(?:melhores |meus )?cumprimentos|cordialmente|abraços?|um abraço|(?:muito )?obrigad[oa]|saudações|grat[oa]|cordiais (?:saudações|cumprimentos)|até breve|abs',
  greetings: 'olá|oi|car[oa]s?|prezad[oa]s?|bo(?:m|a) (?:dia|tarde|noite)|exm[oa]',
  phone: 'telefone|fone|tel|telem[oó]vel|telm|celular|cel|ramal|contacto|contato',
  fax: 'fax',
  mail: 'e-?mail|correio',
  web: 'site|sítio',
  address: 'endereço|morada',
  leave:
    'cancelar (?:a )?(?:subscrição|inscrição|assinatura)|descadastr|remover (?:a )?(?:subscrição|inscrição)|deixar de receber|ver no navegador|anular (?:a )?subscrição|(?:recebeu|recebe|está recebendo) est[ea] (?:e-?mail|mensagem) porque',
  machine: 'não respond(?:a|er)|mensagem automática|gerad[oa] automaticamente|e-?mail automático',
};
