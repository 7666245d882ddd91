const { resolve } = require( 'node:path' );
const standard = require( '@wordpress/scripts/config/webpack.config.js' );

module.exports = {
	...standard,
	entry: { index: resolve( __dirname, 'index.tsx' ) },
	output: {
		...standard.output,
		path: resolve( __dirname, '../plugin/build' ),
	},
	// The same sources give the same bytes on every machine.
	optimization: {
		...standard.optimization,
		moduleIds: 'deterministic',
		chunkIds: 'deterministic',
	},
};
