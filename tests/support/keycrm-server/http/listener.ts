import type {
	IncomingMessage,
	RequestListener,
	ServerResponse,
} from 'node:http';
import { serveControl } from '../control/serve-control';
import { servePage } from '../page/serve-page';
import type { World } from '../world';
import { readCall } from './call';
import type { Reply } from './reply';
import { html, message, nginx } from './reply';
import { serveApi } from './serve-api';
import { sendPlain } from './send-plain';

/** Serves everything on one port: the API, the control address and the page. */
export function listener( world: World ): RequestListener {
	return ( request, response ) => {
		route( world, request, response ).catch( ( error: unknown ) => {
			// If a client hangs up during a request, that is no error of the server.
			if ( ! response.headersSent && ! response.destroyed ) {
				sendPlain( response, message( 500, String( error ) ) );
			}
		} );
	};
}

async function route(
	world: World,
	request: IncomingMessage,
	response: ServerResponse
): Promise< void > {
	const path = new URL( request.url ?? '/', 'http://localhost' ).pathname;
	if ( path === '/v1' || path.startsWith( '/v1/' ) ) {
		await serveApi( world, await readCall( request, '/v1' ), response );
	} else if ( path.startsWith( '/control/' ) ) {
		const call = await readCall( request, '/control' );
		sendPlain( response, serveControl( world, call ) );
	} else {
		sendPlain( response, outside( path ) );
	}
}

function outside( path: string ): Reply {
	if ( '/login' === path ) {
		return html( 200, '<!DOCTYPE html><title>KeyCRM</title><h1>Вхід</h1>' );
	}
	return servePage( path ) ?? nginx( 404 );
}
