/** Names that are words or places too: at the head of a heading or an address they tell little. Data: add a language's own. */
export const ordinary = new Set(
  `art will mark may june april august grace hope faith joy rose dawn austin dallas charlotte paris london dakota georgia virginia
carolina florence victoria sydney houston jackson lincoln madison jordan chad israel india kenya china america asia angel bill buck bud
chance chase chip christian cliff clay coral crystal dale dean destiny diamond drew duke earl easton ebony eden fern ford forest frank
gale gene german ginger glen grant happy harmony haven heath heather holly honor hunter iris island ivy jade jasmine jewel king lake lane
laurel lily love major maple mason max mercedes mercy miles mini misty montana nova ocean olive opal pearl penny pepper piper poppy
precious prince princess rain rich river rob robin rock rocky roman rosa ruby rusty sage sandy savannah sierra sky skip stone storm summer
sunny sterling sue tab tatum terra trinity troy van vera victor viola violet wade ward warren willow windy winter woody young min ana san
santa santos marina regina sol sim kit hong cam long lan sang marin ben dan del della randall art rico ray dot bond black white brown
green gray grey price rice cook baker miller carter mason fisher hunter potter archer tanner porter parker page park parks hill hills wood
woods lake field fields forest brook brooks banks bell ball west north south east church house hall cross bridge rush read reed short
small long strong sharp wise good best power powers law lawyer day may march love case chase cash coin cole cooper cotton crane field
fish fox frost gardner garden gates glass gold golden hardy hart hood horn house iron kitchen light little low main market marsh meadows
mills moon moss mountain nash noble nurse oak order paint pack pace peak pool poole pope post pound prior quick ranch range ring rivers
road rope sale sand savage seal ship shop silver snow song spring square star steel street sun swan sweet temple thorn town tower towers
trail train tree tucker turner valley wall walker waters weaver web webb weeks wells wheel wild wing winters wolf yard york domain brand
major craft mayor pastor saint sir lord lady mister tan lee lam ward so le la do to on an in my ma pa ha ba no an at as is it by be de da
di el al ai bo co go he hi ho if me oh or ok up us we yo ton son sen win net set get see seed sea free hub lab labs log map mix new nut one
pad pan pass path pay pet pick pin plan play plus pop pro pub ram red rent rest rise root round run sail save seat sell send sign size
smart soft sport spot staff stage stand star start state step stock stop store style sure table tag take talk tank tap task team tech
tell test text tile time tip top touch tour track trade trip true turn type unit view visit vital voice vote wait walk want warm wash
watch wave wear well wide wine wire word world worth zone summers christmas easter sunday monday bank valentine hudson florida denver
phoenix cleveland columbus raleigh orlando memphis boston chelsea brooklyn bristol lancaster durham derby chester lincoln wells bath
milan roma verona siena valencia cordoba salamanca leon toledo granada vienna berlin hamburg essen bremen jena speyer tours nancy nice
lourdes geneva carmel santiago lima quito lagos san diego antonio jose francisco clara barbara monica ana anita rosa fe cruz marino
louis petersburg`
    .split(/\s+/)
    .filter(Boolean),
);
