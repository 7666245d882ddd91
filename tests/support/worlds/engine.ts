/**
 * What a world has to offer so that a shop can be opened in it: a database and somebody to run PHP.
 */
import type { Site } from './site';

export type Constant = string | number | boolean;

export interface Server {
	/** Without a slash at the end. */
	readonly url: string;
	/** What the server printed so far. */
	output(): string;
	stop(): Promise< void >;
}

export interface PhpProcess {
	readonly pid: number;
	/** What the code returned; rejects when it failed. */
	readonly result: Promise< unknown >;
	/** Ends it at once, as a server that runs out of memory does. */
	kill(): void;
}

export interface Engine {
	readonly kind: 'wasm' | 'native';
	/** For the line that says what the tests ran on. */
	readonly words: string;
	/** Part of a template's key: what else its content depends on. */
	readonly inputs: readonly string[];
	/** What wp-config.php has to say about the database. */
	constants( site: Site ): Record< string, Constant >;
	/** Makes the site's database: a copy of the template's file, or empty. */
	createDatabase( site: Site, template: string | undefined ): Promise< void >;
	saveDatabase( site: Site, template: string ): Promise< void >;
	dropDatabase( site: Site ): Promise< void >;
	serve( site: Site ): Promise< Server >;
	/** Ends what belongs to the engine itself. */
	stop(): Promise< void >;
	/** Another process in the same shop, truly parallel; only where the world has processes. */
	readonly spawnPhp?: (
		site: Site,
		server: Server,
		code: string
	) => PhpProcess;
}
