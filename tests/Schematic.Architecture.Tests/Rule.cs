namespace Schematic.Architecture.Tests;

internal static class Rule
{
    /// <summary>Fails with every violation on a line of its own, in full.</summary>
    public static void Holds(IEnumerable<string?> violations)
    {
        var list = violations.ToList();
        Assert.True(list.Count == 0, $"{list.Count} violations:\n{string.Join('\n', list)}");
    }
}
