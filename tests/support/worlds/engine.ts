/**
 * The interface of a world in which shops run: a database and a PHP server.
 */
import type { Site } from './site';

export type Constant = string | number | boolean;

export interface Server {
	/** URL without a slash at the end. */
	readonly url: string;
	/** The server's output so far. */
	output(): string;
	stop(): Promise< void >;
}

export interface PhpProcess {
	readonly pid: number;
	/** The value that the code returned; rejects if it failed. */
	readonly result: Promise< unknown >;
	/** Kills the process at once, as the kernel does if memory runs out. */
	kill(): void;
}

export interface Engine {
	readonly kind: 'wasm' | 'native';
	/** Name for the line that says which programs the tests used. */
	readonly words: string;
	/** Part of a template's key: everything in this world that its content depends on. */
	readonly inputs: readonly string[];
	/** The database constants of wp-config.php. */
	constants( site: Site ): Record< string, Constant >;
	/** Creates the site's database as a copy of the template's file, or empty. */
	createDatabase( site: Site, template: string | undefined ): Promise< void >;
	saveDatabase( site: Site, template: string ): Promise< void >;
	dropDatabase( site: Site ): Promise< void >;
	serve( site: Site ): Promise< Server >;
	/** Stops the engine's own processes. */
	stop(): Promise< void >;
	/** Starts another, parallel process in the same shop, if the world has processes. */
	readonly spawnPhp?: (
		site: Site,
		server: Server,
		code: string
	) => PhpProcess;
}
