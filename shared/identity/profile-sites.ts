/**
 * Sites with pages of people or companies, a row each: its hosts (the first is canonical; `!` where handles that
 * differ in case are two), then what of a path is the handle: `*` a piece, `#` digits, `@*` a piece with the sign,
 * `[...]` what stands before it and is left
 * out (`[u/:user/]`: written otherwise), `a?b` the piece `a` with its handle in the query's `b`.
 */
export const profileSites = `
linkedin.com | [mwlite/]in/* in/* company/* school/* showcase/*
github.com | [orgs/]* *
gitlab.com | [groups/]* *
bitbucket.org | *
codeberg.org | *
gitee.com | *
x.com twitter.com mobile.twitter.com | *
facebook.com fb.com m.facebook.com web.facebook.com mbasic.facebook.com | profile.php?id [people/*/]# [pg/]* *
instagram.com | *
threads.net threads.com | @*
bsky.app | profile/*
mastodon.social | @*
mastodon.online | @*
fosstodon.org | @*
hachyderm.io | @*
infosec.exchange | @*
xing.com | profile/* pages/*
youtube.com! m.youtube.com | @* c/* channel/* user/*
tiktok.com | @*
twitch.tv m.twitch.tv | *
vimeo.com | *
t.me telegram.me telegram.dog | [s/]* *
wa.me | #
reddit.com old.reddit.com | user/* [u/:user/]*
pinterest.com | *
tumblr.com | [blog/]* *
discord.com | users/#
medium.com | @*
dev.to | *
hashnode.com | @*
substack.com | @*
about.me | *
linktr.ee | *
keybase.io | *
gravatar.com | *
angel.co | u/* company/*
wellfound.com | u/* company/*
producthunt.com | @*
crunchbase.com | person/* organization/*
f6s.com | *
indiehackers.com | *
dribbble.com | *
behance.net | *
flickr.com | people/*
unsplash.com | @*
soundcloud.com m.soundcloud.com | *
imdb.com m.imdb.com | name/nm#
stackoverflow.com | users/#
news.ycombinator.com! | user?id
npmjs.com | ~*
pypi.org | user/*
crates.io | users/*
hub.docker.com | u/* r/*
huggingface.co! | *
kaggle.com | *
codepen.io | *
orcid.org! | ####-####-####-###X
scholar.google.com! | citations?user
researchgate.net! | profile/* scientific-contributions/*
semanticscholar.org | author/*/#
dblp.org | pid/*/* 
wikidata.org! m.wikidata.org | wiki/Q#
meetup.com | members/#
eventbrite.com | o/*
calendly.com | *
cal.com | *
upwork.com | freelancers/*
fiverr.com | *
freelancer.com | u/*
malt.fr malt.com malt.de | profile/*
glassdoor.com | Overview/*
kununu.com | de/* at/* ch/*
trustpilot.com | review/*
g2.com | products/*
clutch.co | profile/*
northdata.com northdata.de | */*
opencorporates.com | companies/*/*
find-and-update.company-information.service.gov.uk | company/*
vk.com m.vk.com vk.ru | *
ok.ru m.ok.ru | profile/#
habr.com | users/* [ru/]users/*
weibo.com m.weibo.cn | u/# *
zhihu.com! | people/* org/*
space.bilibili.com | #
douban.com m.douban.com | people/*
douyin.com! | user/*
xiaohongshu.com | user/profile/*
juejin.cn | user/#
blog.csdn.net | *
segmentfault.com | u/*
maimai.cn | contact/share/card?u
tianyancha.com | company/# human/*
qcc.com | firm/*
104.com.tw | company/*
linkedin.cn | in/* incareer/in/*
note.com | *
qiita.com | *
zenn.dev | *
wantedly.com | users/# id/* companies/*
blog.naver.com | *
brunch.co.kr | @*
`;
