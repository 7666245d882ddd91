import type { Clock } from './clock';
import type { FaultBox } from './faults/fault-box';
import { listener } from './http/listener';
import type { RequestLog } from './log';
import { HOST, plainPort, untrustedPort } from './net/port';
import type { WorldOptions } from './world';
import { World } from './world';

export interface KeyCrmOptions extends WorldOptions {
	/** 0 or none = any free port. */
	port?: number;
}

export interface KeyCrmServer {
	/** Base address of the API, `http://127.0.0.1:PORT/v1`. */
	url: string;
	/** Address of the page and of `/control/`, without a slash at the end. */
	origin: string;
	port: number;
	/** The API key that is accepted at first; `world.key = …` revokes it. */
	key: string;
	/** The account and its server. */
	world: World;
	faults: FaultBox;
	log: RequestLog;
	clock: Clock;
	/** A base address where nothing listens: connections are refused. */
	refused_url: string;
	/** A base address whose TLS handshake meets a server that speaks none. */
	broken_tls_url: string;
	/** Opens a second port. @return A base address with an untrusted certificate. */
	openUntrusted: () => Promise< string >;
	/** Refuses connections until `open()`. */
	close: () => Promise< void >;
	open: () => Promise< void >;
	stop: () => Promise< void >;
}

/** Starts a demo KeyCRM on 127.0.0.1. */
export async function startKeyCrm(
	options: KeyCrmOptions = {}
): Promise< KeyCrmServer > {
	const world = new World( options );
	const handle = listener( world );
	const plain = plainPort( handle );
	const untrusted = untrustedPort( handle );
	await plain.open( options.port ?? 0 );
	const place = `${ HOST }:${ plain.number }`;
	return {
		url: `http://${ place }/v1`,
		origin: `http://${ place }`,
		port: plain.number,
		key: world.key,
		world,
		faults: world.faults,
		log: world.log,
		clock: world.clock,
		// Nothing listens on port 1 of any usual machine.
		refused_url: `http://${ HOST }:1/v1`,
		broken_tls_url: `https://${ place }/v1`,
		openUntrusted: async () => {
			await untrusted.open();
			return `https://${ HOST }:${ untrusted.number }/v1`;
		},
		close: () => plain.close(),
		open: () => plain.open(),
		stop: async () => {
			await Promise.all( [ plain.close(), untrusted.close() ] );
		},
	};
}
