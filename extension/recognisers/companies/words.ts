/** Words that make out what is a company's name and what only looks like one. Data: a language is a row. */

/** Small words inside a name. */
export const connectors = new Set(
  'and of the & + und der die des von zum zur am et de du la le les y e del los las da do dos das di della dello dei degli van het og och'.split(
    ' ',
  ),
);

/** What stands before a name in a sentence, a footer or a heading, and is no part of it. */
const leadingWords = {
  en: 'about|and|or|at|by|in|from|with|of|for|to|via|as|on|contact|copyright|because|welcome to|welcome|visit|join|our|your|all|why|when|then|since|home|call|choose|powered by|designed by|developed by|website by|site by|hosted by|managed by|provided by|operated by|owned by|please contact|thank you|thanks|while|if|where|this|that|these|is|are|was|may|can|copyright of|trademark of|trademarks of|subsidiary of|division of|member of|members of|part of|meet|follow|find|see|read|unlike|although|though|however|today|inside|both|between|including|dear|re|attn|attention|company|name|address|client|clients|customer|employer|news from|jobs at|careers at|proudly|more|founder of|director of|president of|ceo of|trustee of|chairman of|manager of|head of|partner at|author',
  de: 'bei|von|mit|der|die|das|den|dem|und|im|am|ein|eine|unsere|unser|willkommen bei|herausgeber|betreiber|anbieter|firma',
  fr: "chez|par|avec|pour|dans|sur|notre|nos|bienvenue chez|société|la société|l'entreprise|éditeur",
  es: 'con|por|para|en|nuestra|nuestro|bienvenido a|bienvenidos a|empresa|la empresa|razón social',
  it: 'con|per|nel|presso|nostra|nostro|benvenuti in|società|azienda',
  nl: 'bij|door|met|voor|van|onze|welkom bij|bedrijf',
  pt: 'com|por|para|em|nossa|nosso|bem-vindo à|empresa',
};
export const leading = new RegExp(`^(?:(?:${Object.values(leadingWords).join('|')})[\\s:,–-]+)+`, 'iu');

/** A whole name made only of these is none: "Our Company", "Insurance Group", "Home Services". */
const general = new Set(
  'a an the and of for in at to by our your my their his her its this that any each every other another some all no one new best local community home company companies group groups co firm business businesses corporation corporate organisation organization partner partners holding holdings limited incorporated inc ltd llc solutions systems services service university college school schools insurance properties bank banks agency agencies team staff member members customer customers client clients office offices name names site website web online store shop page department departments division headquarters head main center centre association foundation institute institution academy hospital clinic council committee board society club trust fund union ministry church museum library public private national international global regional general family law small large big great leading premier professional commercial residential industrial medical dental legal real estate travel summer winter high middle primary secondary elementary graduate undergraduate trade about contact us info information news events careers jobs privacy policy terms conditions copyright notice rights reserved legal sitemap home login register search menu products support help view more read free parent non-profit nonprofit management your related former registered'.split(
    ' ',
  ),
);
export const isGeneral = (name: string): boolean =>
  (name.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []).every(
    (word) => general.has(word) || /^\d+$/.test(word),
  );

/** What a title, a heading or a home link says that names the page and not its site. */
export const pageWords =
  /^(?:home|homepage|home page|welcome|main page|main|index|about|about us|about me|contact|contacts|contact us|contact me|contact info(?:rmation)?|contact details|get in touch|our team|the team|team|meet (?:the|our) team|staff|our staff|staff directory|directory|people|leadership|management|board|news|blog|press|media|careers?|jobs|services|our services|products?|our products|solutions|portfolio|gallery|testimonials|faqs?|faq's|help|support|locations?|our locations|offices?|office locations|find us|where to find us|map|directions|imprint|legal|legal notice|privacy|privacy policy|terms|terms (?:&|and) conditions|terms of (?:use|service)|disclaimer|cookies?|sitemap|site map|search|login|log in|sign in|register|shop|store|cart|checkout|delivery|returns|shipping|customer service|feedback|enquir(?:y|ies)|events?|calendar|resources|links|downloads|video|untitled(?: document| page)?|official (?:web)?site|startseite|willkommen|über uns|kontakt|impressum|unternehmen|ansprechpartner|mitarbeiter|anfahrt|datenschutz|agb|accueil|bienvenue|contactez-nous|nous contacter|qui sommes-nous|à propos|équipe|notre équipe|mentions légales|inicio|contacto|quiénes somos|nosotros|equipo|aviso legal|home page italiana|chi siamo|contatti|azienda|note legali|contact opnemen|over ons|wie zijn wij|início|sobre nós|contato|fale conosco|quem somos|首页|首頁|主页|主頁|关于我们|關於我們|联系我们|聯絡我們|聯繫我們|联系方式|公司简介|公司簡介|网站首页|ホーム|トップページ|会社概要|お問い合わせ|홈|회사소개|главная|контакты|о компании|о нас|ana sayfa|iletişim|hakkımızda)$/iu;
