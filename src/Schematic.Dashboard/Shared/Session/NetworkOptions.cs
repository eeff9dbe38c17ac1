using System.Globalization;

namespace Schematic.Dashboard.Shared.Session;

/// <summary>How the console is reached, and how much of it one visitor may hold open.</summary>
internal sealed class NetworkOptions
{
    public const string Section = "Console";

    /// <summary>Address at which people open the console, like <c>https://console.example.com</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Open pages of one member.</summary>
    public int CircuitsPerMember { get; set; } = 20;

    /// <summary>Open pages of one address.</summary>
    public int CircuitsPerAddress { get; set; } = 200;

    /// <summary>The origin of <see cref="PublicUrl"/>; null if that is not configured.</summary>
    public string? Origin =>
        Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : null;

    public static NetworkOptions Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<NetworkOptions>() ?? new NetworkOptions();

    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        if (
            section[nameof(PublicUrl)] is { Length: > 0 } text
            && (
                !Uri.TryCreate(text, UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https")
                || address.AbsolutePath != "/"
            )
        )
            yield return $"Console:PublicUrl is \"{text}\". It must be an address like https://console.example.com.";
        foreach (var name in (string[])[nameof(CircuitsPerMember), nameof(CircuitsPerAddress)])
        {
            if (
                section[name] is { Length: > 0 } number
                && !(int.TryParse(number, CultureInfo.InvariantCulture, out var count) && count > 0)
            )
                yield return $"Console:{name} is \"{number}\"; it must be a whole number above 0.";
        }
    }

    /// <summary>
    /// The names by which the console may be called: the configured one, and those of the machine itself. Null, which
    /// is any, where no name is configured.
    /// </summary>
    public IReadOnlyList<string>? AllowedHosts() =>
        Origin is { } origin ? [new Uri(origin).Host, "localhost", "127.0.0.1", "[::1]"] : null;
}
