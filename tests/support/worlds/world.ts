/**
 * Chooses and describes the world in which the tests run.
 */
import type { Engine } from './engine';
import { nativeEngine } from './native/engine';
import type { Sources } from './sources';
import { wasmEngine } from './wasm/engine';

export interface World {
	readonly kind: 'wasm' | 'native';
	readonly woocommerce: 'real' | 'stand-in';
	readonly versions: {
		readonly wordpress: string;
		readonly woocommerce: string;
	};
	/** A sentence that describes the world. */
	readonly words: string;
}

/** The world named by TEST_WORLD; default: php-wasm. */
export function openEngine(): Promise< Engine > {
	const world = process.env[ 'TEST_WORLD' ] ?? 'wasm';
	if ( world !== 'wasm' && world !== 'native' ) {
		throw new Error( `TEST_WORLD is wasm or native, not ${ world }.` );
	}
	return world === 'native' ? nativeEngine() : wasmEngine();
}

export function describeWorld( engine: Engine, sources: Sources ): World {
	const { wordpress, woocommerce } = sources;
	const shopware =
		woocommerce.origin === 'real'
			? `WooCommerce ${ woocommerce.version } (real)`
			: `the WooCommerce stand-in for ${ woocommerce.version }`;
	return {
		kind: engine.kind,
		woocommerce: woocommerce.origin,
		versions: {
			wordpress: wordpress.version,
			woocommerce: woocommerce.version,
		},
		words: `WordPress ${ wordpress.version }, ${ shopware }, ${ engine.words }`,
	};
}
