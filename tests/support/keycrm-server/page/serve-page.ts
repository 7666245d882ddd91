import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import type { Reply } from '../http/reply';
import { html } from '../http/reply';

const FOLDER = join( __dirname, 'client' );
const STYLES = /^\/page\/([a-z-]+)\.css$/;
/** The scripts import each other without a file extension. */
const SCRIPTS = /^\/page\/([a-z-]+)$/;

/** Serves the page for people. Each request reads its files again. */
export function servePage( path: string ): Reply | undefined {
	if ( '/' === path ) {
		return html( 200, text( 'index.html' ) ?? '' );
	}
	const style = text( `${ STYLES.exec( path )?.[ 1 ] }.css` );
	if ( undefined !== style ) {
		return file( style, 'text/css; charset=utf-8' );
	}
	const script = text( `${ SCRIPTS.exec( path )?.[ 1 ] }.ts` );
	return undefined === script
		? undefined
		: file( toJavaScript( script ), 'text/javascript; charset=utf-8' );
}

function text( name: string ): string | undefined {
	try {
		return readFileSync( join( FOLDER, name ), 'utf8' );
	} catch {
		return undefined;
	}
}

function toJavaScript( source: string ): string {
	return transformSync( source, {
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type: 'es6' },
	} ).code;
}

function file( content: string, type: string ): Reply {
	return { status: 200, headers: {}, content: { text: content, type } };
}
