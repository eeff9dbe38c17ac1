using Schematic.Contracts.Credits;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Credits;

/// <summary>The address of the list of credit types. Searches names.</summary>
public sealed record CreditsListQuery : ListQuery<CreditsListQuery>
{
    // The API takes a shorter text here than in other lists.
    private const int LongestName = 255;

    public CreditsQuery ToContract() =>
        new()
        {
            Name = SearchOrNull is { } text ? text[..Math.Min(text.Length, LongestName)] : null,
            Limit = Size,
            Offset = Offset,
        };
}
