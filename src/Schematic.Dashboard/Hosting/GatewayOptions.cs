using Microsoft.Extensions.Options;

namespace Schematic.Dashboard.Hosting;

/// <summary>Which API the console stands over; left empty, the one in this process.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Gateway";

    public string? BaseUrl { get; set; }

    public string? ApiKey { get; set; }
}

internal sealed class GatewayOptionsValidator(IConfiguration configuration) : IValidateOptions<GatewayOptions>
{
    public ValidateOptionsResult Validate(string? name, GatewayOptions options)
    {
        if (string.IsNullOrEmpty(options.BaseUrl))
            return ValidateOptionsResult.Success;

        var failures = new List<string>();
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            failures.Add($"Gateway:BaseUrl is \"{options.BaseUrl}\". It must be an absolute http or https address, like https://api.example.com.");
        if (string.IsNullOrEmpty(options.ApiKey) && string.IsNullOrEmpty(configuration[EmbeddedApi.ConsoleKey]))
            failures.Add("Gateway:ApiKey is missing. An API outside this process needs the key that its Console:Key setting names.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
