using System.Security.Cryptography;
using System.Text;

namespace Schematic.Api.Setup;

/// <summary>The one-time code that a visitor from another machine must show at set-up; new with each start.</summary>
internal sealed class SetupCode
{
    // Without letters and digits that look alike: it is read off a log.
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int GroupLength = 4;

    public string Text { get; } =
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    public bool Matches(string? candidate) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Text),
            Encoding.UTF8.GetBytes(candidate?.Trim().ToUpperInvariant() ?? "")
        );
}
