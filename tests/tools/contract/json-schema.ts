import * as z from 'zod/mini';
import { ARGUMENTS } from '../../../src-admin/contract/arguments';
import { activitySchema } from '../../../src-admin/contract/activity';
import {
	changeListSchema,
	changeSchema,
} from '../../../src-admin/contract/change';
import {
	connectionSchema,
	warehousesSchema,
} from '../../../src-admin/contract/connection';
import { helpSchema } from '../../../src-admin/contract/help';
import { productHistorySchema } from '../../../src-admin/contract/history';
import { productSyncSchema } from '../../../src-admin/contract/product-sync';
import { orderSourcesSchema } from '../../../src-admin/contract/settings/order-sources';
import {
	fixSchema,
	mismatchGroupsSchema,
	mismatchListSchema,
} from '../../../src-admin/contract/mismatch';
import {
	currentRunSchema,
	runListSchema,
	runSchema,
	undoReportSchema,
} from '../../../src-admin/contract/run';
import {
	editableSettingsSchema,
	settingsSchema,
} from '../../../src-admin/contract/settings/settings';
import { sourcesSchema } from '../../../src-admin/contract/sources';
import {
	webhookSchema,
	webhookTrialSchema,
} from '../../../src-admin/contract/webhook';

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject {
	[ key: string ]: Json;
}

/** Schemas of PHP's answers, by file name. */
const ANSWERS: Record< string, z.ZodMiniType > = {
	'activity.json': activitySchema,
	'change.json': changeSchema,
	'change-list.json': changeListSchema,
	'connection.json': connectionSchema,
	'current-run.json': currentRunSchema,
	'fix.json': fixSchema,
	'help.json': helpSchema,
	'mismatch-groups.json': mismatchGroupsSchema,
	'mismatch-list.json': mismatchListSchema,
	'order-sources.json': orderSourcesSchema,
	'product-history.json': productHistorySchema,
	'product-sync.json': productSyncSchema,
	'run.json': runSchema,
	'run-list.json': runListSchema,
	'undo-report.json': undoReportSchema,
	'settings-answer.json': settingsSchema,
	'sources.json': sourcesSchema,
	'warehouses.json': warehousesSchema,
	'webhook.json': webhookSchema,
	'webhook-trial.json': webhookTrialSchema,
};

/**
 * The files of plugin/contract and their contents. `settings.json` and `arguments.json` (by name of the route) describe
 * input: a property with a default may be missing. The other files describe output: no property may be missing, and no other may be there.
 */
export function contractFiles(): Map< string, string > {
	const files = new Map( [
		[ 'settings.json', text( draw( editableSettingsSchema, 'input' ) ) ],
		[
			'arguments.json',
			text(
				Object.fromEntries(
					Object.entries( ARGUMENTS ).map( ( [ name, schema ] ) => [
						name,
						draw( schema, 'input' ),
					] )
				)
			),
		],
	] );
	for ( const [ name, schema ] of Object.entries( ANSWERS ) ) {
		files.set( name, text( draw( schema, 'output' ) ) );
	}
	return files;
}

function draw( schema: z.ZodMiniType, io: 'input' | 'output' ): Json {
	return forWordPress(
		z.json().parse( z.toJSONSchema( schema, { target: 'draft-4', io } ) )
	);
}

const text = ( json: Json ) => JSON.stringify( json, null, '\t' ) + '\n';

/** WordPress knows only a part of JSON Schema draft 4, so this rewrites the schema in that part. */
function forWordPress( json: Json ): Json {
	if ( Array.isArray( json ) ) {
		return json.map( forWordPress );
	}
	if ( ! isObject( json ) ) {
		return json;
	}
	const plain = withoutUnion( json );
	const kept = Object.entries( plain )
		.filter( ( [ key, value ] ) => ! isNoise( plain, key, value ) )
		.map( ( [ key, value ] ): [ string, Json ] => [
			key,
			forWordPress( value ),
		] );
	return Object.fromEntries( kept );
}

/** Turns "this type or null" into a list of types, because parts of WordPress fail on a schema without `type`. */
function withoutUnion( json: JsonObject ): JsonObject {
	const [ one, other, ...more ] = Array.isArray( json[ 'anyOf' ] )
		? json[ 'anyOf' ]
		: [];
	if ( ! isObject( one ) || ! isObject( other ) ) {
		return json;
	}
	if ( other[ 'type' ] !== 'null' || ! one[ 'type' ] || more.length ) {
		throw new Error( 'WordPress cannot check this union; only "or null".' );
	}
	const values = Array.isArray( one[ 'enum' ] )
		? { enum: [ ...one[ 'enum' ], null ] }
		: {};
	return { ...one, ...values, type: [ one[ 'type' ], 'null' ] };
}

function isNoise( around: JsonObject, key: string, value: Json ): boolean {
	switch ( key ) {
		case 'minimum':
			return value === Number.MIN_SAFE_INTEGER;
		case 'maximum':
			return value === Number.MAX_SAFE_INTEGER;
		case 'pattern':
			// For these formats zod adds a regular expression, which WordPress does not need.
			return (
				around[ 'format' ] === 'date-time' ||
				around[ 'format' ] === 'email'
			);
		default:
			return false;
	}
}

function isObject( json: Json | undefined ): json is JsonObject {
	return typeof json === 'object' && json !== null && ! Array.isArray( json );
}
