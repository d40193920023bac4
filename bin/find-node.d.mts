export declare function environmentFor(node: string): NodeJS.ProcessEnv;
