/** Words of schema.org, and of the vocabularies that came before it, as schema.org has them. */

const personTypes = /^(?:Person|Patient|Individual|hcard|vcard|VCard)$/;

/** Types of organisations end so; the names of services, events and things that do too are named below. */
const companyEnds =
  /(?:Organization|Organisation|Corporation|Business|Company|Agency|RealEstateAgent|InsuranceAgent|Store|Shop|(?:Emergency|Legal|Financial|Professional|Accounting)Service|Contractor|Dealer|Clinic|Hospital|Hotel|Motel|Hostel|Resort|Restaurant|Establishment|Cafe|CafeOrCoffeeShop|Bakery|Brewery|Winery|Distillery|BarOrPub|BedAndBreakfast|Attorney|Notary|Dentist|Physician|Pharmacy|Optician|VeterinaryCare|ChildCare|Office|School|Preschool|University|NGO|Library|Museum|Salon|Parlor|Spa|Gym|Center|Club|Electrician|Plumber|HousePainter|Locksmith|Airline|Consortium|Cooperative|Project|Team|Group|Party|Union|Brand|BankOrCreditUnion|MovieTheater|Florist|AutoRepair|AutoWash|GasStation|SelfStorage|DryCleaningOrLaundry)$/;
const notCompany =
  /^(?:Offer|Review|Product|Event|Place|PostalAddress|ContactPoint|WebSite|.*Page|.*Article|.*(?:Product|Audience|Person|Age)Group|ProductGroup|CreativeWork|OfferForPurchase|ResearchProject|.*Event)$/;

export const isPersonType = (type: string): boolean => personTypes.test(type);
export const isCompanyType = (type: string): boolean => companyEnds.test(type) && !notCompany.test(type);

/** FOAF, the vCard vocabulary, data-vocabulary.org and microformats say these. */
const synonyms = new Map(
  Object.entries({
    fn: 'name',
    'family-name': 'familyName',
    family_name: 'familyName',
    lastName: 'familyName',
    surname: 'familyName',
    'given-name': 'givenName',
    given_name: 'givenName',
    givenname: 'givenName',
    firstName: 'givenName',
    mbox: 'email',
    hasEmail: 'email',
    phone: 'telephone',
    tel: 'telephone',
    hasTelephone: 'telephone',
    homepage: 'url',
    hasURL: 'url',
    title: 'jobTitle',
    role: 'jobTitle',
    org: 'worksFor',
    'organization-name': 'name',
    adr: 'address',
    hasAddress: 'address',
    'street-address': 'streetAddress',
    locality: 'addressLocality',
    region: 'addressRegion',
    'postal-code': 'postalCode',
    'country-name': 'addressCountry',
    account: 'sameAs',
    hasValue: 'value',
    employees: 'employee',
    founders: 'founder',
    members: 'member',
    note: 'description',
  }),
);

/** A property by its name in schema.org. */
export function propertyOf(name: string): string {
  return synonyms.get(name) ?? name;
}
