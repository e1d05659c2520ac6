/** Whole words of Latin and other scripts, pairs of Han characters; in one form. */
export declare function contentWords(text: string): string[];
