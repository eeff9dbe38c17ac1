using System.Text;
using System.Text.RegularExpressions;
using Schematic.Api.Tests.Authentication;
using Schematic.Testing.Contract;

namespace Schematic.Api.Tests.Http.Binding;

/// <summary>A request that means the same to two servers.</summary>
/// <param name="Address">With the query.</param>
/// <param name="Body">Null if there is none. <c>«name»</c>, as in the address, is a value of the scene.</param>
internal sealed partial record FuzzRequest(string Method, string Address, string? Body)
{
    private const int MaxLength = 300_000;

    private static readonly string[] OddSegments =
    [
        "nosuch",
        "%00",
        "%E2%80%8B",
        "%F0%9F",
        "..%2f..",
        "0",
        "-1",
        "9223372036854775808",
        new('x', 5000),
        "%27%20OR%201=1",
    ];

    /// <summary>The same seed makes the same request.</summary>
    public static FuzzRequest Make(OpenApiOperation operation, Scene scene, int seed)
    {
        var dice = new Random(seed);
        var fuzzer = new SchemaFuzzer(dice, member => scene.Has(member) ? $"«{member}»" : null);
        var address = Placeholder().Replace(operation.Path, found => Segment(found.Groups[1].Value));
        var query = operation
            .QueryParameters.Values.Where(parameter => dice.Next(10) < (parameter.Required ? 9 : 3))
            .Select(parameter => $"{parameter.Name}={Escape(fuzzer.Parameter(parameter))}")
            .ToList();
        return new FuzzRequest(
            operation.Method,
            query.Count == 0 ? address : $"{address}?{string.Join('&', query)}",
            operation.Body is { } schema ? Sendable(fuzzer.Value(schema)) : null
        );

        // The environment is what everything else stands in.
        string Segment(string name) =>
            scene.Has(name) && dice.Next(6) > 0 && !(operation.Method == "DELETE" && name == "environment_id")
                ? $"«{name}»"
                : OddSegments[dice.Next(OddSegments.Length)];
    }

    public HttpRequestMessage For(Scene scene)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Fill(Address, scene));
        if (Body is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Fill(Body, scene)));
        return request;
    }

    // More than a megabyte may be refused before it is read, and breaks the connection then.
    private static string Sendable(string body) => body.Length > MaxLength ? "{}" : body;

    private static string Fill(string text, Scene scene) =>
        Known().Replace(text, found => scene[found.Groups[1].Value]);

    // What stands for a value of the scene is filled in later.
    private static string Escape(string value) =>
        Known().IsMatch(value) ? value : Uri.EscapeDataString(value.Replace("\ud83d", "", StringComparison.Ordinal));

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("«([a-z_]+)»")]
    private static partial Regex Known();
}
