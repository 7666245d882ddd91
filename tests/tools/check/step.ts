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
	/** Steps that must be over first, where they were asked for too. */
	readonly after?: readonly string[];
	/** It keeps both cores busy itself, and shows its output as it comes. */
	readonly alone?: boolean;
	run(): Promise< Outcome >;
}

export interface Done {
	readonly step: Step;
	readonly outcome: Outcome;
	readonly seconds: number;
}
