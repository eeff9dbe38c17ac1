namespace Schematic.Dashboard.Shared.Navigation;

/// <summary>A column of a list that people can sort by, hide or show.</summary>
/// <param name="Title">Its heading, and its entry in the columns menu.</param>
public sealed record ListColumn(string Title)
{
    /// <summary>Its name in the address; null for a column that is always shown.</summary>
    public string? Name { get; init; }

    /// <summary>The API's name of the column to sort by; null where the API does not sort by it.</summary>
    public string? Sort { get; init; }

    /// <summary>Whether it is shown before anyone chooses.</summary>
    public bool IsShown { get; init; } = true;
}
