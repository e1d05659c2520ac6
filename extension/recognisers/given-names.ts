/**
 * Given names common in Europe, the Americas, Asia and Oceania, in Latin letters without accents: with one of
 * them in front, two or three capitalised words are a person far more often than a heading.
 */
const names = `
aaron abby abdul abdullah abigail abraham adam adela adele adelina adrian adriana adrienne agnes agnieszka ahmad ahmed
aidan aileen aimee aisha ajay akash akira al alain alan alana alba albert alberto aldo alec alejandra alejandro aleksandr
alena alessandra alessandro alex alexa alexander alexandra alexandre alexei alexis alfonso alfred alfredo ali alice alicia
alina alison alistair allan allen allison alma alvaro alvin alyssa amanda amber amelia amina amir amit amy ana anastasia
anders andre andrea andreas andreea andrei andres andrew andrey andrzej andy angel angela angelica angelina angelo angie
angus anil anita anja ankit ann anna annabel anne annegret annette annie annika anthony antoine anton antonella antonia
antonio anu anya april aria ariana ariel arjun arlene armando arnaud arnold art arthur arturo arun ashish ashley ashok
astrid audrey august aurelie austin ava avery axel ayesha barbara barry bart bartosz beata beatrice beatriz becky belinda
ben benedict benjamin bennett benoit bernadette bernard bernd bernhard bernice bert bertrand beth bethany betsy betty
beverly bianca bill billy birgit bjorn blair blake bob bobby bonnie boris brad bradley brandi brandon brandy brenda brendan
brent brett brian brianna bridget brigitte brittany brooke bruce bruno bryan bryant bryce byron caitlin caleb callum calvin
cameron camila camille candace candice cara carina carl carla carlo carlos carmen carol carole carolina caroline carolyn
carrie carsten carter casey cassandra catalina catherine cathy cecilia cecile cedric celeste celia celine cesar chad chandra
chantal charlene charles charlie charlotte chelsea cheryl chester chloe chris christa christel christian christiane
christina christine christof christoph christophe christopher christy chuck cindy claire clara clare clarence clark claude
claudia claudio claus clay clayton clement cliff clifford clint clinton clive clyde cody colette colin colleen connie
connor conor conrad constance cora corey corinne cornelia cory courtney craig cristian cristina crystal curtis cynthia
cyril dagmar daisy dale damian damien damon dan dana daniel daniela daniele danielle danny daphne darius darlene darrell
darren darryl daryl dave david dawn dean deanna debbie deborah debra debi deepak deirdre del delia delores denise dennis
derek derrick desiree devin devon dexter diana diane dick didier diego dieter dietmar dimitri dina dirk dmitri dmitry dolores
dominic dominik dominique don donald donna donnie dora doreen doris dorothea dorothy doug douglas drew duane duncan dustin
dusty dwayne dwight dylan earl ed eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli elias elisa
elisabeth elise elizabeth ella ellen ellie elliot elliott elsa elsie emil emile emilia emilie emilio emily emma emmanuel
enrico enrique eric erica erich erik erika erin ernest ernesto erwin esther ethan eugene eugenia eva evan eve evelyn ewa
ezra fabian fabien fabio faith fatima federico felicia felipe felix ferdinand fernanda fernando finn fiona flora florence
florian floyd frances francesca francesco francis francisco francois frank franklin franz fred freddie frederic frederick
freya frieda friedrich fritz gabriel gabriela gabriele gabrielle gail garrett gary gavin gayle gemma gene genevieve geoff
geoffrey george georgia georgina gerald geraldine gerard gerd gerhard germaine gerry gert gianluca gianni gilbert gilles
gillian gina ginger giorgio giovanni giulia giuseppe gladys glen glenn gloria gordon grace graham grant greg gregg gregor
gregory greta gretchen grzegorz guillaume guillermo gunther gustav gustavo guy gwen gwendolyn haley hal hank hanna hannah
hans harald harold harriet harry harvey hassan hazel heather hector heidi heike heinrich heinz helen helena helene helga
helmut hendrik henri henrik henry herbert herb herman hermann hilary hilda hillary hiroshi holger holly homer horst howard
hubert hugh hugo humberto ian ibrahim ida ignacio igor ilona imran ina ines inga inge ingo ingrid irene irina iris irma
irving isaac isabel isabella isabelle ismail ivan ivana ivonne ivy jack jackie jackson jaclyn jacob jacqueline jacques jade
jaime jake jakob jakub james jamie jan jana jane janet janice janine janis jared jarrod jasmin jasmine jason javier jay jean
jeanette jeanine jeanne jeannie jeff jeffery jeffrey jelena jen jenna jennifer jenny jens jeremiah jeremy jerome jerry jesse
jessica jessie jesus jill jillian jim jimmy jo joachim joan joann joanna joanne joao joaquin jocelyn jochen jodi jodie jody
joe joel joerg johan johann johanna johannes john johnny jolanta jon jonah jonas jonathan jordan jorge jose josef josefina
joseph josephine josh joshua josie joy joyce juan juanita judith judy juergen jules julia julian juliana julianne julie julien
juliet julio julius june jurgen justin justine jutta karen karin karina karl karla karolina karsten kasia kate katarina
katarzyna kate katelyn katharina katherine kathleen kathryn kathy katie katja katrin katrina kay kayla keith kelley kelli
kelly kelsey ken kendra kenneth kenny kent kerri kerry kerstin kevin khalid kieran kim kimberly kirk kirsten kirsty klaus
konrad konstantin kris krista kristen kristi kristian kristin kristina kristine kristy krystyna krzysztof kumar kurt kyle
lacey lance larry lars latoya laura lauren laurence laurent laurie lawrence lea leah leander lee leif leigh lena leo leon
leona leonard leonardo leroy leslie lester leticia lewis liam lidia lila lillian lily lin lina linda lindsay lindsey lionel
lisa liz lloyd lois lola lonnie lora lorena lorenzo loretta lori lorna lorraine lothar lou louis louisa louise luc luca lucas
lucia lucie lucille lucy ludwig luigi luis luisa lukas luke lutz luz lydia lynda lynette lynn lynne mabel mack madeleine
madeline madison magdalena maggie magnus mahmoud maja malcolm malgorzata mandy manfred manuel manuela marc marcel marcela
marcella marcia marcin marco marcos marcus marek margaret margarita margot marguerite maria mariah marian mariana marianne
marie mariella marilyn marina mario marion marisa marissa marius marjorie mark marko markus marla marlene marlon marsha marta
martha martin martina marty marvin mary maryann masha mason mateusz mathew mathias mathieu mathilde matt matteo matthew
matthias matthieu maureen maurice mauricio max maxim maxime maximilian maxine may maya megan meghan mehmet mel melanie melinda
melissa melody mercedes meredith merle mia micah michael michaela michal micheal michel michele michelle miguel mikael mike
mikhail mila milan mildred miles milos milton mindy minnie miranda mircea miriam mitch mitchell mohamed mohammad mohammed
moira molly mona monica monika monique morgan morris moses muhammad muriel murray mustafa myra myriam myrtle nadia nadine
nadja nancy naomi natalia natalie natasha nathalie nathan nathaniel neal ned neil nelson nellie nicholas nick nicola nicolas
nicole nigel nikhil nikita niklas nikola nikolai nikolaus nils nina noah noel nora norbert noreen norma norman oleg olga
oliver olivia olivier omar ora orlando oscar oskar otis otto owen pablo paige pam pamela paola paolo pascal pat patrice
patricia patrick patsy patti patty paul paula paulette pauline paulo pavel pawel pearl pedro peggy penelope penny percy perry
pete peter petra phil philip philipp philippe phillip phoebe phyllis pierre piotr pooja preston priscilla priya quentin quinn
rachael rachel radek rafael rahul rainer raj rajesh ralf ralph ramon ramona randall randy raoul raphael rashid raul ravi ray
raymond rebecca regina reiner reinhard rene renata renate renee rex rhonda ricardo riccardo rich richard rick ricky rita rob
robbie robert roberta roberto robin robyn rocco rod roderick rodney rodrigo roger rohit roland rolf roman romeo ron ronald
ronnie rory rosa rosalie rosanne rose rosemary roshan ross roxanne roy ruben ruby rudolf rudy rupert russ russell rusty ruth
ryan sabine sabrina sally salvador salvatore sam samantha samir samuel sandeep sandra sandy sanjay sanjeev santiago sara sarah
sascha sasha saul savannah scott sean sebastian selina serena serge sergei sergey sergio seth shane shannon shari sharlyn
sharon shaun shawn sheila shelby shelley shelly sheri sherri sherry sheryl shirley shreya sid sidney siegfried sierra sigrid
silke silvia simon simona simone skye sofia sonia sonja sonya sophia sophie spencer stacey stacy stan stanislav stanley stefan
stefanie stefano stella stephan stephane stephanie stephen steve steven stewart stuart sue suleiman sumit sunil susan susana
susanna susanne susie suzanne suzy sven svetlana sven sybil sylvia sylvie tabitha tadeusz takashi tamara tami tammy tania tanja
tanya tara tasha tatiana taylor ted terence teresa teri terrance terrence terri terry tess tessa thea thelma theo theodore
theresa therese thierry thomas tiffany tim timo timothy tina tobias todd tom tomas tomasz tommy toni tonia tony tonya tracey
traci tracy travis trent trevor tricia trish tristan troy tyler tyrone udo ulrich ulrike umar ursula ute uwe valentin valentina
valeria valerie vanessa vaughn vera verena vernon veronica veronika vic vicki vickie vicky victor victoria vijay vikram viktor
vince vincent vincenzo viola violet virginia vishal vivek vivian viviane vladimir wade wallace walter wanda warren wayne wendell
wendy werner wesley whitney wilfried wilhelm will willem william willie wilma wilson winston wolfgang wyatt xavier yan yang
yasmin yolanda yosef youssef yuki yuri yvan yves yvette yvonne zachary zara zoe zoltan
wei li ming hui jing jun lei xin yu hong fang na yan min qiang ying tao chao bin hao jie yong chen xiao kenji yuko hiroko minjun
seojun jihoon
`;

const given = new Set(names.split(/\s+/).filter(Boolean));

/** True for a given name we know, in any case, with or without accents. */
export const isGivenName = (word: string): boolean =>
  given.has(
    word
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f.]/g, ''),
  );
