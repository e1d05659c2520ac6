/** Domains where anybody has an address: an address there tells nothing about a company. */
const domains = `
gmail.com googlemail.com
outlook.com hotmail.com live.com msn.com passport.com windowslive.com outlook.de outlook.fr outlook.es outlook.it
outlook.jp outlook.com.br outlook.com.au outlook.in outlook.kr outlook.pt outlook.sa outlook.at outlook.be
outlook.dk outlook.ie outlook.cl outlook.com.ar outlook.co.th outlook.co.id outlook.my outlook.ph outlook.sg
outlook.sk outlook.cz outlook.hu outlook.lv outlook.com.gr outlook.com.tr outlook.com.vn
hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es hotmail.nl hotmail.be hotmail.se hotmail.no hotmail.dk
hotmail.fi hotmail.gr hotmail.ca hotmail.co.jp hotmail.co.kr hotmail.co.nz hotmail.co.th hotmail.com.ar
hotmail.com.au hotmail.com.br hotmail.com.hk hotmail.com.tr hotmail.com.tw hotmail.com.vn hotmail.cl hotmail.ch
live.co.uk live.fr live.de live.it live.nl live.be live.ca live.se live.no live.dk live.cn live.jp live.com.au
live.com.mx live.com.ar live.com.pt live.com.sg live.hk live.ie live.in live.co.za livemail.tw
yahoo.com ymail.com rocketmail.com myyahoo.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.co.id yahoo.co.kr
yahoo.co.nz yahoo.co.th yahoo.co.za yahoo.com.ar yahoo.com.au yahoo.com.br yahoo.com.cn yahoo.com.hk yahoo.com.mx
yahoo.com.my yahoo.com.ph yahoo.com.sg yahoo.com.tr yahoo.com.tw yahoo.com.vn yahoo.ca yahoo.cn yahoo.de yahoo.dk
yahoo.es yahoo.fr yahoo.gr yahoo.ie yahoo.in yahoo.it yahoo.nl yahoo.no yahoo.pl yahoo.ro yahoo.se yahoo.com.co
yahoo.com.pe yahoo.cl kimo.com kimo.com.tw
icloud.com me.com mac.com
aol.com aol.co.uk aol.de aol.fr aol.it aim.com netscape.net verizon.net
proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tuta.com tuta.io tutamail.com keemail.me
fastmail.com fastmail.fm fastmail.net sent.com hushmail.com hush.com mailfence.com posteo.de posteo.net mailbox.org
disroot.org riseup.net startmail.com runbox.com ctemplar.com skiff.com hey.com duck.com mozmail.com
zoho.com zohomail.com zohomail.eu zohomail.in mail.com email.com usa.com myself.com consultant.com post.com europe.com
asia.com iname.com writeme.com dr.com engineer.com cheerful.com techie.com accountant.com lawyer.com
gmx.com gmx.de gmx.net gmx.at gmx.ch gmx.fr gmx.es gmx.co.uk gmx.us web.de email.de freenet.de t-online.de arcor.de
online.de kabelmail.de vodafonemail.de unitybox.de o2online.de alice.de alice-dsl.net 1und1.de mail.de
bluewin.ch sunrise.ch hispeed.ch aon.at chello.at utanet.at
orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr aliceadsl.fr club-internet.fr numericable.fr voila.fr
libero.it virgilio.it alice.it tin.it tim.it tiscali.it inwind.it iol.it fastwebnet.it email.it poste.it
telefonica.net terra.es ya.com ono.com sapo.pt clix.pt mail.pt
btinternet.com btopenworld.com sky.com ntlworld.com virginmedia.com talktalk.net tiscali.co.uk blueyonder.co.uk
plusnet.com talk21.com tesco.net
ziggo.nl kpnmail.nl planet.nl home.nl xs4all.nl hetnet.nl upcmail.nl telfort.nl casema.nl quicknet.nl
skynet.be telenet.be proximus.be scarlet.be
telia.com comhem.se spray.se bredband.net online.no broadpark.no jubii.dk mail.dk ofir.dk
wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu tlen.pl gazeta.pl poczta.onet.pl vp.pl poczta.fm
seznam.cz centrum.cz email.cz post.cz volny.cz atlas.cz azet.sk zoznam.sk centrum.sk post.sk
freemail.hu citromail.hu indamail.hu abv.bg mail.bg dir.bg inbox.lv inbox.lt one.lt mail.ee hot.ee
mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru yandex.com yandex.ua yandex.by yandex.kz ya.ru rambler.ru
lenta.ru autorambler.ru myrambler.ru ro.ru ukr.net i.ua meta.ua bigmir.net tut.by
walla.com walla.co.il 012.net.il bezeqint.net netvision.net.il mynet.com
qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com yeah.net 188.com sina.com sina.cn vip.sina.com
sina.com.cn sohu.com vip.sohu.com tom.com 139.com 189.cn wo.cn 21cn.com aliyun.com 263.net eyou.com 2980.com
88.com email.cn
hinet.net seed.net.tw pchome.com.tw url.com.tw giga.net.tw ms1.hinet.net so-net.net.tw netvigator.com
naver.com daum.net hanmail.net nate.com kakao.com korea.com empas.com dreamwiz.com
docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com ocn.ne.jp biglobe.ne.jp so-net.ne.jp
excite.co.jp goo.jp infoseek.jp
rediffmail.com rediff.com sify.com indiatimes.com in.com
uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br r7.com zipmail.com.br
prodigy.net.mx hotmail.com.mx fibertel.com.ar arnet.com.ar ciudad.com.ar speedy.com.ar vtr.net
comcast.net att.net sbcglobal.net bellsouth.net pacbell.net swbell.net ameritech.net snet.net cox.net charter.net
earthlink.net mindspring.com juno.com netzero.net optonline.net optimum.net roadrunner.com rr.com frontier.com
frontiernet.net windstream.net centurylink.net centurytel.net q.com embarqmail.com suddenlink.net peoplepc.com
excite.com lycos.com inbox.com lavabit.com
rogers.com sympatico.ca bell.net shaw.ca telus.net videotron.ca cogeco.ca
bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net westnet.com.au ozemail.com.au
xtra.co.nz slingshot.co.nz vodafone.co.nz clear.net.nz
mweb.co.za telkomsa.net vodamail.co.za webmail.co.za
maktoob.com emirates.net.ae
mailinator.com guerrillamail.com 10minutemail.com yopmail.com temp-mail.org trashmail.com sharklasers.com
privaterelay.appleid.com users.noreply.github.com
`;

const freeMail = new Set(domains.split(/\s+/).filter(Boolean));

/** True for a host, or a name under one, where anybody has an address. Takes a host as the key makers give it. */
export function isFreeMailDomain(host: string): boolean {
  for (let at = host; at.includes('.'); at = at.slice(at.indexOf('.') + 1)) if (freeMail.has(at)) return true;
  return false;
}

export const freeMailDomains: readonly string[] = [...freeMail];
