import * as z from 'zod/mini';
import { editableSettingsSchema } from './settings/settings';

const direction = editableSettingsSchema.shape.direction;

/** GET /sources: the three ways to keep stock, in the language of the person who asks. */
export const sourcesSchema = z.object( {
	/** Headings of the page in Help, and of `settings`. */
	title: z.string(),
	settings_title: z.string(),
	ways: z.array(
		z.object( {
			way: z.enum( [ 'keycrm', 'shop', 'erp' ] ),
			label: z.string(),
			about: z.string(),
			/** An address, and what the picture shows. */
			picture: z.string(),
			picture_text: z.string(),
			/** The directions that fit: one, or, for an ERP, two to choose from, in words. */
			directions: z.array(
				z.object( {
					value: direction,
					label: z.string(),
					about: z.string(),
				} )
			),
			/** How it is set up, in this order. */
			steps: z.array( z.string() ),
			/** Names of the settings that matter for it. */
			settings: z.array( z.string() ),
		} )
	),
	/** What is asked before the direction is switched to this one. */
	switches: z.array(
		z.object( {
			direction,
			button: z.string(),
			title: z.string(),
			sentences: z.array( z.string() ),
			confirm: z.string(),
		} )
	),
	/** Why a warehouse gets more than the shop has. */
	reserve: z.string(),
} );
export type Sources = z.infer< typeof sourcesSchema >;
export type StockWay = Sources[ 'ways' ][ number ];
