namespace Schematic.Dashboard.Hosting;

/// <summary>Which API the console stands over; left empty, the one in this process.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    public string? BaseUrl { get; set; }

    public string? ApiKey { get; set; }

    public static IEnumerable<string> Errors(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<GatewayOptions>();
        if (string.IsNullOrEmpty(options?.BaseUrl))
            yield break;
        if (
            !Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address)
            || address.Scheme is not ("http" or "https")
        )
            yield return $"Gateway:BaseUrl is \"{options.BaseUrl}\". It must be an absolute http or https address, like https://api.example.com.";
        if (string.IsNullOrEmpty(options.ApiKey) && string.IsNullOrEmpty(configuration[EmbeddedApi.ConsoleKey]))
            yield return "Gateway:ApiKey is missing. An API outside this process needs the key that its Console:Key setting names.";
    }
}
