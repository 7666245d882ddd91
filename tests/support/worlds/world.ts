/**
 * Which world the tests run in, and what to call it.
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
	/** One sentence for people. */
	readonly words: string;
}

/** The world that TEST_WORLD names; php-wasm where it names none. */
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
