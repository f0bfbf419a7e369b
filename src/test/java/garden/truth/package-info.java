/** Compares with facts about sites that other programs built; see notes/guide/from-quartz.md. */
package garden.truth;
