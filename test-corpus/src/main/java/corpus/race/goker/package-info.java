/** The non-blocking kernels of the GoKer benchmark, each with a twin that is right. */
package corpus.race.goker;
