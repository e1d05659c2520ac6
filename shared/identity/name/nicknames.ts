/**
 * Forms of one given name that one person goes by: a row a name, its own form first. Only short and pet forms: the
 * same name in another language (Friedrich, Frederick) is another person's. Public knowledge, written down by us.
 */
const rows = `
aaron ron ronnie
abigail abby abbie gail
abraham abe bram
albert al bert bertie
alexander alex alec sandy xander sasha al lex
alexandra alex sandra sandy lexi sasha alix
alfred al alf alfie fred freddie
alice allie ally
alison ally ali allie
allan al alan allen
amanda mandy amy
andrew andy drew
angela angie ange
anna annie ann nan nancy anya
ann annie nan nancy anne
anthony tony ant
antonia toni
antoinette toni nettie
arnold arnie arny
arthur art artie
barbara barb barbie babs bobbie
beatrice bea trixie bee
benjamin ben benny benji bennie
bernard bernie barney
bernadette bernie
bertram bert
bethany beth
beverly bev
bradford brad
bradley brad
brandon bran
brenda bren
brendan bren
brian bryan
bridget bridie biddy
calvin cal
cameron cam
camilla millie cammie
caroline carrie carol lina caro
carolyn carrie lynn carol
cassandra cass cassie sandra
catherine cathy cath kate katie kathy kitty cat kit
katherine kathy kate katie kat kay kit kitty kath
kathleen kathy kate katie kath
kathryn kathy kate katie kath
katharine kathy kate katie kay
cecilia ceil cissy celia
charles charlie chuck chas chaz chip charley
charlotte lottie charlie char lotte
chester chet
christian chris
christina chris tina christy chrissy crissy
christine chris tina christy chrissy
christopher chris kit topher
clarence clare
clifford cliff
clinton clint
constance connie
curtis curt
cynthia cindy cyndi
daniel dan danny
danielle dani danny
daphne daph
david dave davey davy
deborah deb debbie debby debra debbi
delores lola dee
dennis denny den
desmond des
diana di
diane di
dominic dom nick
donald don donnie donny
dorothy dot dottie dolly dora
douglas doug dougie
edgar ed eddie
edith edie
edmund ed eddie ned ted
edward ed eddie ned ted teddy eddy
edwin ed eddie ned
eleanor ellie nell nora ellen lenore
elizabeth liz beth betty bess lizzie eliza libby betsy lisa elsie liza lizbeth bessie
elisabeth lisa liz beth sisi betty elise
emily em emmy emmie millie
emma em emmy
emmanuel manny
manuel manny manolo
eric rick ricky
ernest ernie
esther essie hettie
eugene gene
eugenia gene genie
evelyn evie eve
florence flo flora flossie
frances fran fanny frannie francie
francis frank fran
franklin frank
frederick fred freddie freddy rick
gabriel gabe
gabrielle gabby gabi
geoffrey geoff jeff
george georgie
gerald gerry jerry
gerard gerry jerry
gordon gordy
grace gracie
gregory greg
gwendolyn gwen wendy
harold hal harry
harrison harry
harvey harv
helen nell nellie
henry hank harry hal
herbert herb bert
howard howie
irene rene
isaac ike zac
isabel bella izzy belle isa ibby
isabella bella izzy belle
jacob jake jack
jacqueline jackie jacqui
james jim jimmy jamie jem
jane janie jenny
janet jan
jason jay
jean jeanie
jeannette jean nettie
jeffrey jeff
jeremiah jerry
jeremy jem jerry
jerome jerry
jennifer jen jenny jenn
jessica jess jessie
jill jillian gill
gillian gill jill
joan joanie
joanna jo joan
joanne jo
jonathan jon jonny john nathan
john jack johnny jon jackie
joseph joe joey jo
josephine jo josie fina
joshua josh
joyce joy
judith judy jude
julia julie jules
julian jules
julius jules
justin jus
kenneth ken kenny
kevin kev
kimberly kim kimmie
kimberley kim
kristina kris kristy tina
kristine kris kristy tina
kristopher kris
lawrence larry lars laurie lon
laurence larry laurie
leonard leo len lenny
leonardo leo
leroy roy lee
leslie les
lester les
lewis lew lou
lillian lil lily lilly
linda lindy lynn
lindsay lin
louis lou louie
louise lou lulu
lucas luke
lucille lucy
lydia liddy
madeline maddie
madeleine maddie maddy
magdalena lena magda maggie
marcus marc mark
margaret maggie meg peggy marge margie greta rita madge meggie daisy peg
margarita rita margo
marian mary
marianne mary annie
marilyn mary
marjorie marge margie
martha marty mattie
martin marty
mary molly polly mae mamie may
matilda tilly mattie
matthew matt matty
maurice maury mo
maximilian max
maxwell max
megan meg
melanie mel
melinda mel mindy
melissa mel missy lissa
melvin mel
michael mike mick mickey mikey mitch
michelle shelly mickey shell
miriam mimi
mitchell mitch
nancy nan
natalie nat
nathan nate nat
nathaniel nate nat nathan
nicholas nick nicky nico
nicola nicky
nicole nikki nicky
norman norm
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia patti patsy trisha
patrick pat paddy pat rick
paula polly
pauline polly paula
penelope penny
peter pete
philip phil pip
phillip phil
rachel rae
ralph ralphie
randall randy
randolph randy
raymond ray
rebecca becky becca
reginald reg reggie rex
regina gina
richard rick dick rich ricky dickie ritchie
robert bob rob bobby robbie bert robin
roberta bobbie
roderick rod
rodney rod
roger rodge
roland rolly
ronald ron ronnie
rosalie rose
rosemary rose rosie
russell russ rusty
salvatore sal
samantha sam
samuel sam sammy
sandra sandy
sarah sally sadie
sara sally
sebastian seb bastian
shirley shirl
sidney sid
simon si
solomon sol
sophia sophie
spencer spence
stanley stan
stephen steve stevie
steven steve stevie
stephanie steph steffi
stewart stu
stuart stu
susan sue susie suzy
susanna sue susie anna
susannah sue susie hannah
suzanne sue suzy
sylvia syl
teresa terri tess tessa terry
theresa terri tess tessa terry
terence terry
terrence terry
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
veronica ronnie vera
victor vic
victoria vicky tori vickie
vincent vince vinnie
virginia ginny ginger gina
vivian viv
walter walt wally
wesley wes
wilfred will fred
william bill will billy willie liam willy wm
zachary zach zack zac
antonio toni tony tonio nino
alejandro alex ale jandro
alejandra ale
beatriz bea
carlos carlitos charly
dolores lola loli
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
manuela manoli
mercedes merche
pilar pili
rafael rafa
ramon moncho
ricardo ricky
roberto beto
rodrigo rodri
rosario charo
santiago santi
sergio checo
salvador salva
vicente chente
giuseppe beppe peppe pino
giovanni gianni vanni
giovanna gianna
luigi gigi gino
francesco franco cesco checco
francesca franca checca
alessandro sandro ale
domenico mimmo
salvatore totò toto turi
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
andreas andi andy
alexander alex
annette netti
benedikt beni
christoph chris stoffel
friedrich fritz fred friedel fiete
gerhard gerd
guenter guenni
gunther gunni
heinrich heinz heiner hein
hans hansi
jakob jockel
joachim jochen achim jo
johann hans
johannes hans hannes jo jan
josef sepp jupp
katharina kathi kati kathrin tina
klaus klausi
konrad kurt conny
ludwig lutz
margarete grete gretel
matthias matze hias
maximilian max maxi
michael michi michel
nikolaus klaus niko
peter peterle
rudolf rudi rolf
sebastian basti
sabine bine
siegfried sigi
stefan steff
susanne susi sanne
thomas tommi
ulrich uli ulli
ulrike uli ulli
ursula uschi ulla
walter walli
werner werni
wilhelm willi willy helmut
wolfgang wolf wolfi
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
ferenc feri
istvan pista
jozsef jozsi
laszlo laci
katalin kati
erzsebet erzsi
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

let groups: Map<string, number[]> | null = null;

function groupsOf(name: string): number[] {
  if (!groups) {
    groups = new Map();
    let no = 0;
    for (const row of rows.split('\n'))
      for (const [at, form] of row.split(' ').filter(Boolean).entries()) {
        if (at === 0) no++;
        groups.set(form, [...(groups.get(form) ?? []), no]);
      }
  }
  return groups.get(name) ?? [];
}

/** Ids of the names of which this is a form, for blocks and equality. */
export const givenGroups = (name: string): readonly number[] => groupsOf(name);
