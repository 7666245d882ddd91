<?php
/**
 * Finds actions by hook, arguments, group, status and time.
 */

declare(strict_types=1);

namespace WooStandIn\Queue;

use DateTimeInterface;

trait FindsActions {
	public function query_actions( $query = array(), $query_type = 'select' ) {
		global $wpdb;
		$query += array( 'per_page' => 5, 'offset' => 0, 'orderby' => 'date', 'order' => 'ASC' );
		$from   = "FROM {$wpdb->actionscheduler_actions} a LEFT JOIN {$wpdb->actionscheduler_groups} g ON g.group_id = a.group_id WHERE " . $this->conditions( $query );
		if ( 'count' === $query_type ) {
			return $wpdb->get_var( "SELECT COUNT( a.action_id ) $from" );
		}
		$columns = array( 'hook' => 'a.hook', 'group' => 'g.slug', 'modified' => 'a.last_attempt_gmt', 'action_id' => 'a.action_id', 'date' => 'a.scheduled_date_gmt' );
		$order   = isset( $columns[ $query['orderby'] ] ) ? "ORDER BY {$columns[ $query['orderby'] ]} " . ( 'DESC' === strtoupper( $query['order'] ) ? 'DESC' : 'ASC' ) : '';
		$limit   = $query['per_page'] > 0 ? $wpdb->prepare( 'LIMIT %d OFFSET %d', $query['per_page'], $query['offset'] ) : '';
		return $wpdb->get_col( "SELECT a.action_id $from $order $limit" );
	}

	/** @param array<string, mixed> $query */
	private function conditions( array $query ): string {
		global $wpdb;
		$all = array( '1 = 1' );
		foreach ( array( 'hook' => 'a.hook', 'group' => 'g.slug' ) as $name => $column ) {
			if ( ! empty( $query[ $name ] ) ) {
				$all[] = $wpdb->prepare( "$column = %s", $query[ $name ] );
			}
		}
		if ( isset( $query['args'] ) ) {
			$all[] = $wpdb->prepare( 'a.args = %s', self::as_text( $query['args'] ) );
		}
		if ( ! empty( $query['status'] ) ) {
			$statuses = (array) $query['status'];
			$all[]    = $wpdb->prepare( 'a.status IN ( ' . implode( ', ', array_fill( 0, count( $statuses ), '%s' ) ) . ' )', $statuses );
		}
		if ( isset( $query['claimed'] ) ) {
			$all[] = true === $query['claimed'] ? 'a.claim_id <> 0' : 'a.claim_id = ' . (int) $query['claimed'];
		}
		foreach ( array( 'date' => 'a.scheduled_date_gmt', 'modified' => 'a.last_attempt_gmt' ) as $name => $column ) {
			if ( ( $query[ $name ] ?? null ) instanceof DateTimeInterface ) {
				$compare = in_array( $query[ "{$name}_compare" ] ?? '', array( '<', '>', '>=', '=', '!=' ), true ) ? $query[ "{$name}_compare" ] : '<=';
				$all[]   = $wpdb->prepare( "$column $compare %s", gmdate( 'Y-m-d H:i:s', $query[ $name ]->getTimestamp() ) );
			}
		}
		return implode( ' AND ', $all );
	}
}
