using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;

namespace Schematic.Dashboard.Hosting;

/// <summary>
/// Serves <c>_framework/blazor.web.js</c>. The .NET 10 package that holds the script cannot be had everywhere, so the
/// official 9.0 one is read out of the runtime pack's assembly, which is embedded in this one.
/// Remove when <c>Microsoft.AspNetCore.App.Internal.Assets</c> restores.
/// </summary>
internal static class BlazorScript
{
    private const string Route = "/_framework/blazor.web.js";
    private const string ContentType = "text/javascript; charset=utf-8";

    // Read and compressed for the first browser: the console need not wait for it to be ready.
    private static readonly byte[] Plain = Read();
    private static readonly Lazy<byte[]> Brotli = new(static () => Compress(Plain));
    private static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Plain))[..16];
    private static readonly string ETag = $"\"{Version}\"";

    /// <summary>The address with the version, which a browser need not ask for again.</summary>
    public static string Url { get; } = $"{Route[1..]}?v={Version}";

    public static void MapBlazorScript(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(
            Route,
            IResult (HttpContext context) =>
            {
                context.Response.Headers.ETag = ETag;
                context.Response.Headers.CacheControl =
                    context.Request.Query["v"] == Version ? LongLived.CacheControl : "no-cache";
                context.Response.Headers.Vary = "Accept-Encoding";
                if (context.Request.Headers.IfNoneMatch.Contains(ETag))
                    return TypedResults.StatusCode(StatusCodes.Status304NotModified);
                if (
                    !context
                        .Request.GetTypedHeaders()
                        .AcceptEncoding.Any(encoding => encoding.Value == "br" && encoding.Quality is not 0)
                )
                    return TypedResults.Bytes(Plain, ContentType);
                context.Response.Headers.ContentEncoding = "br";
                return TypedResults.Bytes(Brotli.Value, ContentType);
            }
        );

    private static byte[] Read()
    {
        using var assembly =
            typeof(BlazorScript).Assembly.GetManifestResourceStream("blazor-script.dll")
            ?? throw new InvalidOperationException(
                "The assembly that holds the Blazor script was not embedded at build."
            );
        using var image = new PEReader(assembly, PEStreamOptions.PrefetchEntireImage);
        var metadata = image.GetMetadataReader();
        foreach (var handle in metadata.ManifestResources)
        {
            var resource = metadata.GetManifestResource(handle);
            if (metadata.GetString(resource.Name) != "_framework/blazor.web.js")
                continue;
            // A manifest resource is an int32 length followed by the bytes, at an offset into the resources directory.
            var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress);
            var reader = section.GetReader((int)resource.Offset, section.Length - (int)resource.Offset);
            return reader.ReadBytes(reader.ReadInt32());
        }

        throw new InvalidOperationException("The embedded assembly holds no _framework/blazor.web.js.");
    }

    private static byte[] Compress(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize))
            brotli.Write(plain);
        return compressed.ToArray();
    }
}
