<?php
/**
 * The facts about the sync on the wire.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Status\Action;
use KeyCrmStock\Status\Facts;
use KeyCrmStock\Text\FactsText;
use KeyCrmStock\Text\HeadlineAdvice;
use KeyCrmStock\Text\HeadlineText;
use KeyCrmStock\Text\TimeText;

/** Codes and numbers for programs, and sentences in the language of the person who asks. @see src-admin/contract/facts.ts factsSchema */
final class FactsJson {

	/** @return array<string, mixed> */
	public function to_array( Facts $facts ): array {
		$time  = TimeText::relative( $facts->now_ms );
		$texts = new FactsText( $time );
		return array(
			'headline'       => array(
				'state' => $facts->headline->value,
				'tone'  => $facts->headline->tone(),
				'text'  => ( new HeadlineText( $time ) )->headline( $facts ),
			),
			'explanation'    => ( new HeadlineAdvice( $time ) )->sentences( $facts ),
			'coverage'       => array(
				'state'       => $facts->coverage->state()->value,
				'text'        => $texts->coverage( $facts->coverage ),
				'products'    => $facts->coverage->products,
				'matched'     => $facts->coverage->matched,
				'without_sku' => $facts->coverage->without_sku,
			),
			'freshness'      => array(
				'state'               => $facts->freshness->state()->value,
				'text'                => $texts->freshness( $facts->freshness ),
				'synced_at'           => IsoTime::iso( $facts->freshness->synced_at() ),
				'tried_at'            => IsoTime::iso( $facts->freshness->tried_at ),
				'settings_changed_at' => IsoTime::iso( $facts->freshness->settings_changed_at ),
			),
			'automation'     => array(
				'state'        => $facts->automation->state()->value,
				'text'         => $texts->automation( $facts->automation ),
				'next_at'      => IsoTime::iso( $facts->automation->next_at ),
				'late_seconds' => $facts->automation->late_seconds,
				'failures'     => $facts->automation->failures,
			),
			'actions'        => array_map( static fn ( Action $action ): string => $action->value, $facts->actions() ),
			'waiting_run_id' => $facts->waiting->id ?? 0,
		);
	}
}
