<?php
/**
 * Claims due actions, so that only one runner executes each.
 */

declare(strict_types=1);

namespace WooStandIn\Queue;

use ActionScheduler_ActionClaim;
use DateTime;

trait ClaimsActions {
	public function stake_claim( $max_actions = 10, ?DateTime $before_date = null, $hooks = array(), $group = '' ) {
		global $wpdb;
		$now = current_time( 'mysql', true );
		$wpdb->insert( $wpdb->actionscheduler_claims, array( 'date_created_gmt' => $now ) );
		$claim_id = (int) $wpdb->insert_id;
		$order    = 'ORDER BY priority ASC, attempts ASC, scheduled_date_gmt ASC, action_id ASC';
		$due      = $wpdb->get_col(
			$wpdb->prepare(
				"SELECT action_id FROM {$wpdb->actionscheduler_actions} WHERE claim_id = 0 AND status = %s AND scheduled_date_gmt <= %s {$order} LIMIT %d",
				self::STATUS_PENDING,
				null === $before_date ? $now : gmdate( 'Y-m-d H:i:s', $before_date->getTimestamp() ),
				$max_actions
			)
		);
		if ( array() !== $due ) {
			// Another runner may have claimed some of them meanwhile.
			$ids = implode( ',', array_map( 'intval', $due ) );
			$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->actionscheduler_actions} SET claim_id = %d, last_attempt_gmt = %s WHERE claim_id = 0 AND action_id IN ( {$ids} )", $claim_id, $now ) );
		}
		$mine = $wpdb->get_col( $wpdb->prepare( "SELECT action_id FROM {$wpdb->actionscheduler_actions} WHERE claim_id = %d {$order}", $claim_id ) );
		return new ActionScheduler_ActionClaim( $claim_id, array_map( 'intval', $mine ) );
	}

	public function release_claim( ActionScheduler_ActionClaim $claim ) {
		global $wpdb;
		$wpdb->update( $wpdb->actionscheduler_actions, array( 'claim_id' => 0 ), array( 'claim_id' => $claim->get_id(), 'status' => self::STATUS_PENDING ) );
		$wpdb->delete( $wpdb->actionscheduler_claims, array( 'claim_id' => $claim->get_id() ) );
	}

	public function unclaim_action( $action_id ) {
		global $wpdb;
		$wpdb->update( $wpdb->actionscheduler_actions, array( 'claim_id' => 0 ), array( 'action_id' => $action_id ) );
	}

	/** Claims with unfinished actions. */
	public function get_claim_count() {
		global $wpdb;
		return (int) $wpdb->get_var(
			$wpdb->prepare(
				"SELECT COUNT( DISTINCT c.claim_id ) FROM {$wpdb->actionscheduler_claims} c JOIN {$wpdb->actionscheduler_actions} a ON a.claim_id = c.claim_id WHERE a.status IN ( %s, %s )",
				self::STATUS_PENDING,
				self::STATUS_RUNNING
			)
		);
	}
}
