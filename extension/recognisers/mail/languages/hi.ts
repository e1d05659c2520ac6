import type { MailWords } from '../words.ts';

/** Hindi. */
export const hi: MailWords = {
  from: 'प्रेषक|से',
  date: 'दिनांक|भेजा गया|तारीख',
  to: 'प्रति|को',
  cc: 'प्रतिलिपि',
  subject: 'विषय',
  wrote: 'ने लिखा',
  original: 'मूल संदेश|अग्रेषित संदेश',
  device: 'मेरे .{1,20} से भेजा',
  signOffs: 'धन्यवाद|सादर|आपका',
  greetings: 'नमस्ते|प्रिय|आदरणीय',
  phone: 'फ़ोन|फोन|मोबाइल',
  mail: 'ईमेल',
  leave: 'सदस्यता (?:समाप्त|रद्द)',
  machine: 'उत्तर न दें|स्वचालित',
};
