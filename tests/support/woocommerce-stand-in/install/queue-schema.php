<?php
/**
 * The tables of Action Scheduler.
 */

declare(strict_types=1);

namespace WooStandIn\Install;

final class QueueSchema {
	/** @return array<string, string> */
	public static function columns(): array {
		return array(
			'actionscheduler_actions' => "action_id bigint(20) unsigned NOT NULL auto_increment,
hook varchar(191) NOT NULL,
status varchar(20) NOT NULL,
scheduled_date_gmt datetime NULL default '0000-00-00 00:00:00',
scheduled_date_local datetime NULL default '0000-00-00 00:00:00',
priority tinyint unsigned NOT NULL default '10',
args varchar(191),
schedule longtext,
group_id bigint(20) unsigned NOT NULL default '0',
attempts int(11) NOT NULL default '0',
last_attempt_gmt datetime NULL default '0000-00-00 00:00:00',
last_attempt_local datetime NULL default '0000-00-00 00:00:00',
claim_id bigint(20) unsigned NOT NULL default '0',
extended_args varchar(8000) DEFAULT NULL,
PRIMARY KEY  (action_id),
KEY hook_status_scheduled_date_gmt (hook(163),status,scheduled_date_gmt),
KEY status_scheduled_date_gmt (status,scheduled_date_gmt),
KEY args (args(191)),
KEY group_id (group_id),
KEY claim_id_status_priority_scheduled_date_gmt (claim_id,status,priority,scheduled_date_gmt)",
			'actionscheduler_claims'  => "claim_id bigint(20) unsigned NOT NULL auto_increment,
date_created_gmt datetime NULL default '0000-00-00 00:00:00',
PRIMARY KEY  (claim_id)",
			'actionscheduler_groups'  => 'group_id bigint(20) unsigned NOT NULL auto_increment,
slug varchar(255) NOT NULL,
PRIMARY KEY  (group_id),
KEY slug (slug(191))',
		);
	}
}
