package pl.kujawskopomorskie.ngo.awards.ballot;

/**
 * A mean of points, exact: two are compared by what they are, not by what is left of them after rounding.
 *
 * @param sum of the points, at least 0
 * @param sheets that gave them, at least 1
 */
public record Mean(long sum, int sheets) implements Comparable<Mean> {

    public Mean {
        if (sum < 0 || sheets < 1) {
            throw new IllegalArgumentException("No mean of " + sum + " by " + sheets);
        }
    }

    /** Whether it is at least so many points. */
    public boolean reaches(int points) {
        return sum >= (long) points * sheets;
    }

    @Override
    public int compareTo(Mean other) {
        return Long.compare(Math.multiplyExact(sum, (long) other.sheets), Math.multiplyExact(other.sum, (long) sheets));
    }

    /** Equal means are equal, whatever they are means of: 10 by 2 and 15 by 3. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Mean mean && compareTo(mean) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode((double) sum / sheets);
    }
}
