/**
 * Forms of one given name that one person goes by: a row a name, its own form first. Only short and pet forms: the
 * same name in another language (Friedrich, Frederick) is another person's. Public knowledge, written down by us.
 */
const rows = `
aaron ron ronny
abigail abby gail
abraham abe bram
albert al bert berty
alexander alex alec sandy xander sasha al lex
alexandra alex sandra sandy lexy sasha alix
alfred al alf alfy fred freddy
alice ally
alison ally ali
allan al alan allen
amanda mandy amy
andrew andy drew
angela angy ange
anna anny ann nan nancy anya
ann anny nan nancy anne
anthony tony ant
antonia tony
antoinette tony netty
arnold arny
arthur art arty
barbara barb barby babs bobby
beatrice bea trixy bee
benjamin ben benny benjy
bernard berny barny
bernadette berny
bertram bert
bethany beth
beverly bev
bradford brad
bradley brad
brandon bran
brenda bren
brendan bren
brian bryan
bridget bridy biddy
calvin cal
cameron cam
camilla milly cammy
caroline carry carol lina caro
carolyn carry lynn carol
cassandra cass cassy sandra
catherine cathy cath kate katy kathy kitty cat kit
katherine kathy kate katy kat kay kit kitty kath
kathleen kathy kate katy kath
kathryn kathy kate katy kath
katharine kathy kate katy kay
cecilia ceil cissy celia
charles charly chuck chas chaz chip
charlotte lotty charly char lotte
chester chet
christian chris
christina chris tina christy chrissy crissy
christine chris tina christy chrissy
christopher chris kit topher
clarence clare
clifford cliff
clinton clint
constance conny
curtis curt
cynthia cindy cyndy
daniel dan danny
danielle dany danny
daphne daph
david dave davy
deborah deb debby debra
delores lola dee
dennis denny den
desmond des
diana di
diane di
dominic dom nick
donald don donny
dorothy dot dotty dolly dora
douglas doug dougy
edgar ed eddy
edith edy
edmund ed eddy ned ted
edward ed eddy ned ted teddy
edwin ed eddy ned
eleanor elly nell nora ellen lenore
elizabeth liz beth betty bess lizzy eliza libby betsy lisa elsy liza lizbeth bessy
elisabeth lisa liz beth sisy betty elise
emily em emmy milly
emma em emmy
emmanuel manny
manuel manny manolo
eric rick ricky
ernest erny
esther essy hetty
eugene gene
eugenia gene geny
evelyn evy eve
florence flo flora flossy
frances fran fanny franny francy
francis frank fran
franklin frank
frederick fred freddy rick
gabriel gabe
gabrielle gabby gaby
geoffrey geoff jeff
george georgy
gerald gerry jerry
gerard gerry jerry
gordon gordy
grace gracy
gregory greg
gwendolyn gwen wendy
harold hal harry
harrison harry
harvey harv
helen nell nelly
henry hank harry hal
herbert herb bert
howard howy
irene rene
isaac ike zac
isabel bella izzy belle isa ibby
isabella bella izzy belle
jacob jake jack
jacqueline jacky jacquy
james jim jimmy jamy jem
jane jany jenny
janet jan
jason jay
jean jeany
jeannette jean netty
jeffrey jeff
jeremiah jerry
jeremy jem jerry
jerome jerry
jennifer jen jenny jenn
jessica jess jessy
jill jillian gill
gillian gill jill
joan joany
joanna jo joan
joanne jo
jonathan jon jonny john nathan
john jack johnny jon jacky
joseph joe joy jo
josephine jo josy fina
joshua josh
joyce joy
judith judy jude
julia july jules
julian jules
julius jules
justin jus
kenneth ken kenny
kevin kev
kimberly kim kimmy
kimberley kim
kristina kris kristy tina
kristine kris kristy tina
kristopher kris
lawrence larry lars laury lon
laurence larry laury
leonard leo len lenny
leonardo leo
leroy roy lee
leslie les
lester les
lewis lew lou
lillian lil lily lilly
linda lindy lynn
lindsay lin
louis lou louy
louise lou lulu
lucas luke
lucille lucy
lydia liddy
madeline maddy
madeleine maddy
magdalena lena magda maggy
marcus marc mark
margaret maggy meg peggy marge margy greta rita madge meggy daisy peg
margarita rita margo
marian mary
marianne mary anny
marilyn mary
marjorie marge margy
martha marty matty
martin marty
mary molly polly mae mamy may
matilda tilly matty
matthew matt matty
maurice maury mo
maximilian max
maxwell max
megan meg
melanie mel
melinda mel mindy
melissa mel missy lissa
melvin mel
michael mike mick micky miky mitch
michelle shelly micky shell
miriam mimy
mitchell mitch
nancy nan
natalie nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico
nicola nicky
nicole nikky nicky
norman norm
oliver olly
olivia liv livvy
pamela pam
patricia pat patty trish tricia patsy trisha
patrick pat paddy rick
paula polly
pauline polly paula
penelope penny
peter pete
philip phil pip
phillip phil
rachel rae
ralph ralphy
randall randy
randolph randy
raymond ray
rebecca becky becca
reginald reg reggy rex
regina gina
richard rick dick rich ricky dicky ritchy
robert bob rob bobby robby bert robin
roberta bobby
roderick rod
rodney rod
roger rodge
roland rolly
ronald ron ronny
rosalie rose
rosemary rose rosy
russell russ rusty
salvatore sal
samantha sam
samuel sam sammy
sandra sandy
sarah sally sady
sara sally
sebastian seb bastian
shirley shirl
sidney sid
simon si
solomon sol
sophia sophy
spencer spence
stanley stan
stephen steve stevy
steven steve stevy
stephanie steph steffy
stewart stu
stuart stu
susan sue susy suzy
susanna sue susy anna
susannah sue susy hannah
suzanne sue suzy
sylvia syl
teresa terry tess tessa
theresa terry tess tessa
terence terry
terrence terry
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronny vera
victor vic
victoria vicky tory
vincent vince vinny
virginia ginny ginger gina
vivian viv
walter walt wally
wesley wes
wilfred will fred
william bill will billy willy liam wm
zachary zach zack zac
antonio tony tonio nino
alejandro alex ale jandro
alejandra ale
beatriz bea
carlos carlitos charly
dolores lola loly
eduardo edu lalo
enrique quique kike
ernesto neto
federico fede
fernando fer nando
francisco paco pancho curro fran francis kiko
guadalupe lupe lupita
guillermo memo guille
gabriela gaby
ignacio nacho
isabela isa
jesus chus chuy
joaquin quino
jose pepe
juan juanito
luis lucho
manuela manoly
mercedes merche
pilar pily
rafael rafa
ramon moncho
ricardo ricky
roberto beto
rodrigo rodry
rosario charo
santiago santy
sergio checo
salvador salva
vicente chente
giuseppe beppe peppe pino
giovanni gianny vanny
giovanna gianna
luigi gigy gino
francesco franco cesco checco
francesca franca checca
alessandro sandro ale
domenico mimmo
salvatore totò toto tury
vincenzo enzo
lorenzo renzo enzo
raffaele lello
gabriele lele
jose ze zeca
antonio ze toninho
paulo paulinho
maria mia mariazinha
jacques jacky
philippe phil
christophe chris
frederic fred
stephane steph
dominique dom
veronique vero
dorothee dodo
catherine cathy
mathieu matt
emmanuel manu
emmanuelle manu
andreas andy
alexander alex
annette netty
benedikt beny
christoph chris stoffel
friedrich fritz fred friedel fiete
gerhard gerd
guenter guenny
gunther gunny
heinrich heinz heiner hein
hans hansy
jakob jockel
joachim jochen achim jo
johann hans
johannes hans hannes jo jan
josef sepp jupp
katharina kathy katy kathrin tina
klaus klausy
konrad kurt conny
ludwig lutz
margarete grete gretel
matthias matze hias
maximilian max maxy
michael michy michel
nikolaus klaus niko
peter peterle
rudolf rudy rolf
sebastian basty
sabine bine
siegfried sigy
stefan steff
susanne susy sanne
thomas tommy
ulrich uli ully
ulrike uli ully
ursula uschy ulla
walter wally
werner werny
wilhelm willy helmut
wolfgang wolf wolfy
aleksandr sasha sanya shura aleks
aleksandra sasha shura ola
aleksei alyosha lyosha
alexei alyosha lyosha
alexey alyosha lyosha alex
anastasia nastya asya
andrei andryusha
anatoly tolya
boris borya
dmitry dima mitya
dmitri dima mitya
ekaterina katya
elena lena
evgeny zhenya
yevgeny zhenya
evgenia zhenya
galina galya
gennady gena
georgy zhora gosha
grigory grisha
igor igoryok
ilya ilyusha
irina ira
ivan vanya
konstantin kostya
larisa lara
leonid lyonya
lyudmila lyuda mila
maria masha
mikhail misha
nadezhda nadya
natalia natasha
nikita nik
nikolai kolya
nikolay kolya
oksana ksyusha
olga olya
pavel pasha
petr petya
pyotr petya
roman roma
sergei seryozha serge
sergey seryozha
stanislav stas slava
svetlana sveta
tatiana tanya
tatyana tanya
vadim vadik
valentina valya
vasily vasya
viktor vitya
victoria vika
viktoria vika
vladimir volodya vova vlad
vladislav vlad
vyacheslav slava
yaroslav slava yarik
yulia yulya
yuri yura
agnieszka aga
aleksandra ola
andrzej jedrek
barbara basia
elzbieta ela
ewa ewka
grzegorz grzes
jadwiga jadzia
jan janek jas
jerzy jurek
joanna asia
katarzyna kasia
krzysztof krzys krzysiek
magdalena magda
malgorzata gosia
michal misiek
piotr piotrek
stanislaw staszek stas
tomasz tomek
wojciech wojtek
zbigniew zbyszek
jaroslav jarda
frantisek franta
josef pepa
vaclav vasek
tomas tom
ferenc fery
istvan pista
jozsef jozsy
laszlo lacy
katalin katy
erzsebet erzsy
dimitrios dimitris mitsos
georgios giorgos yiorgos
ioannis yiannis giannis
konstantinos kostas dinos
nikolaos nikos
mehmet memo
mustafa mustik
johannes jan hans joop
hendrik henk rik
cornelis kees cor
pieter piet
wilhelmus wim
willem wim
muhammad mohammed mohamed mohammad muhammed mohamad muhamad mohd mo
`;

/** Andy, Andie, Andi: one ending. */
const plain = (name: string): string =>
  name.length > 3 && name !== 'marie' ? name.replace(/(?:ie|ey|i)$/, 'y') : name;

let groups: Map<string, number[]> | null = null;

/** The names of which this is a form, as numbers; in small Latin letters. */
export function givenGroups(name: string): readonly number[] {
  if (!groups) {
    groups = new Map();
    for (const [no, row] of rows.trim().split('\n').entries())
      for (const form of row.split(' ')) groups.set(plain(form), [...(groups.get(plain(form)) ?? []), no]);
  }
  return groups.get(plain(name)) ?? [];
}
