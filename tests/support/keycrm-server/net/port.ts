import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { selfSigned } from './self-signed';

export const HOST = '127.0.0.1';

/** URLs with thousands of SKUs must reach our handler, so that it can answer 414. */
const LONGEST_HEADERS = 256 * 1024;

/** A listening port that can be closed, opened again and stopped. */
export class Port {
	private server: Server | null = null;
	private known_number = 0;

	constructor( private readonly make: () => Server ) {}

	get number(): number {
		return this.known_number;
	}

	/** @param number Without it the last one, at first any free one. */
	open( number = this.known_number ): Promise< void > {
		if ( null !== this.server ) {
			return Promise.resolve();
		}
		const server = this.make();
		// A client that reuses connections must not get one that is being closed.
		server.keepAliveTimeout = 60_000;
		this.server = server;
		return new Promise( ( resolve, reject ) => {
			server.once( 'error', reject );
			server.listen( number, HOST, () => {
				const address = server.address();
				if ( null !== address && 'object' === typeof address ) {
					this.known_number = address.port;
				}
				resolve();
			} );
		} );
	}

	/** Cuts all connections, including those that wait for an answer. */
	close(): Promise< void > {
		const { server } = this;
		this.server = null;
		return new Promise( ( resolve ) => {
			if ( null === server ) {
				resolve();
				return;
			}
			server.close( () => resolve() );
			server.closeAllConnections();
		} );
	}
}

export function plainPort( handle: RequestListener ): Port {
	return new Port( () =>
		createServer( { maxHeaderSize: LONGEST_HEADERS }, handle )
	);
}

/** HTTPS with a certificate that no client trusts. */
export function untrustedPort( handle: RequestListener ): Port {
	return new Port( () => createTlsServer( selfSigned(), handle ) );
}
