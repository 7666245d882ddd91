/**
 * What the check consists of.
 */
export interface Outcome {
	readonly passed: number;
	readonly failed: number;
	readonly skipped?: number;
	/** Shown when something failed. */
	readonly output: string;
	/** Why it was left out. */
	readonly leftOut?: string;
}

export interface Step {
	/** To ask for it by name. */
	readonly key: string;
	readonly name: string;
	run(): Promise< Outcome >;
}
