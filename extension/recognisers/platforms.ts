/** Sites that are about others: a page there says nothing of a company of its own. */
const platforms =
  /(?:^|\.)(?:linkedin|facebook|twitter|x|instagram|youtube|github|gitlab|wikipedia|medium|google|bing|baidu|amazon|ebay|reddit|yelp|tripadvisor|indeed|glassdoor|crunchbase|xing|tiktok|pinterest|weibo|zhihu|notion|slack|zoom|microsoft|office|live|apple|dropbox|wordpress|blogspot|tumblr|stackoverflow|quora)\.(?:com|org|net|io|cn|co|so|us)(?:\.\w\w)?$/;

export const isPlatform = (domain: string): boolean => platforms.test(domain);
