export declare const lean: readonly string[];
export declare function environmentFor(node: string, program?: { stays?: boolean }): NodeJS.ProcessEnv;
