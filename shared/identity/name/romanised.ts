const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** The hundred or so most frequent Chinese family names in pinyin, with the compound ones. */
export const pinyinSurnames = list(`
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han feng
cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv lu ding ren yao shen zhong cui tan fan wang liao
shi jin jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan lei long hao gong shao wan qian dai mo kong xiang
chang tao gu hong mao xi rao pei chai mu mei sheng tong lou bao kang he wen niu ge xing an qi zhuang zhan zuo ouyang sima zhuge shangguan situ xiahou dongfang huangfu gongsun
`);

/** Korean family names as they are written in Latin letters. */
export const koreanSurnames = list(`
kim lee yi rhee ri park pak bak choi choe jung jeong chung cho jo kang yoon yun jang chang lim im rim han oh shin sin seo suh
kwon hwang ahn song yoo yu ryu hong jeon jun chun moon mun yang son bae paek baek nam shim sim noh roh ha joo ju ko koh cha min
chin heo hur huh namgung hyon hyun pyo do u woo kwak sung
`);

export const vietnameseSurnames = list(`
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly trinh dinh mai truong lam luu
`);
