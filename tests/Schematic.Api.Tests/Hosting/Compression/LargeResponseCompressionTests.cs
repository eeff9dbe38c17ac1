using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Hosting.Compression;
using Schematic.Contracts.Companies;
using Schematic.Gateway.Http;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Hosting.Compression;

public sealed class LargeResponseCompressionTests(SqliteApi api) : ApiTopic(api), IClassFixture<SqliteApi>
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    public async Task A_large_answer_is_compressed_in_the_way_asked_for(string accepted, string? coding = null)
    {
        await CreateCompaniesAsync();
        var plain = await GetAsync("/companies", null);

        var compressed = await GetAsync("/companies", accepted);

        Assert.Equal([coding ?? accepted], compressed.Coding);
        Assert.Equal(["Accept-Encoding"], compressed.Vary);
        Assert.InRange(compressed.Bytes.Length, 1, plain.Bytes.Length / 6);
        Assert.Equal(Encoding.UTF8.GetString(plain.Bytes), Decode(compressed));
    }

    [Theory]
    [InlineData("/companies", null)]
    [InlineData("/companies", "identity")]
    [InlineData("/companies", "br;q=0, gzip;q=0")]
    [InlineData("/whoami", "br")]
    [InlineData("/health/ready", "br")]
    [InlineData("/nosuch", "br")]
    public async Task A_small_answer_or_one_that_nobody_asked_to_compress_is_sent_as_it_is(
        string path,
        string? accepted
    )
    {
        await CreateCompaniesAsync();

        var answer = await GetAsync(path, accepted);

        Assert.Empty(answer.Coding);
        Assert.NotEmpty(Encoding.UTF8.GetString(answer.Bytes));
    }

    [Fact]
    public async Task The_answer_to_a_post_is_never_compressed()
    {
        var traits = Enumerable.Range(0, 30).ToDictionary(static i => $"trait_{i}", static i => $"value {i}");
        using var http = Connect();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/companies")
        {
            Content = System.Net.Http.Json.JsonContent.Create(new { keys = new { domain = Unique("k") }, traits }),
        };
        request.Headers.Add("Accept-Encoding", "br");

        using var answer = await http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length > CompressingStream.Threshold);
    }

    [Theory]
    [InlineData(CompressingStream.Threshold, false)]
    [InlineData(CompressingStream.Threshold + 1, true)]
    public async Task The_size_decides_however_the_answer_is_written(int size, bool isCompressed)
    {
        foreach (var piece in new[] { 1000, size })
        {
            var answer = await RunAsync(async context =>
            {
                context.Response.ContentType = "application/json";
                for (var sent = 0; sent < size; sent += piece)
                {
                    await context.Response.BodyWriter.WriteAsync(
                        new byte[Math.Min(piece, size - sent)],
                        context.RequestAborted
                    );
                    await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
                }
            });

            Assert.Equal(isCompressed ? "br" : "", answer.Response.Headers.ContentEncoding.ToString());
            Assert.Equal(isCompressed, answer.Response.Body.Length < 100);
        }
    }

    [Fact]
    public async Task What_is_compressed_already_stays_as_it_is()
    {
        var answer = await RunAsync(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "zstd";
            return context.Response.Body.WriteAsync(new byte[20_000], context.RequestAborted).AsTask();
        });

        Assert.Equal("zstd", answer.Response.Headers.ContentEncoding);
        Assert.Equal(20_000, answer.Response.Body.Length);
    }

    [Theory]
    [InlineData(CompressingStream.Threshold)]
    [InlineData(CompressingStream.Threshold + 1)]
    public async Task An_answer_that_fails_before_it_is_sent_does_not_say_that_the_error_is_compressed(int size)
    {
        var context = MakeContext();
        var middleware = MakeMiddleware(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(new byte[size], context.RequestAborted);
            throw new InvalidOperationException("Invented.");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => middleware.InvokeAsync(context));

        Assert.Empty(context.Response.Headers.ContentEncoding.ToString());
        Assert.IsType<MemoryStream>(context.Response.Body);
        if (size == CompressingStream.Threshold)
            Assert.Equal(0, context.Response.Body.Length);
    }

    private static async Task<HttpContext> RunAsync(RequestDelegate answer)
    {
        var context = MakeContext();
        await MakeMiddleware(answer).InvokeAsync(context);
        return context;
    }

    private static DefaultHttpContext MakeContext()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        context.Request.Method = "GET";
        context.Request.Headers.AcceptEncoding = "br";
        return context;
    }

    private static LargeResponseCompression MakeMiddleware(RequestDelegate answer)
    {
        var services = new ServiceCollection().AddLogging();
        LargeResponseCompression.AddServices(services);
        return new LargeResponseCompression(
            answer,
            services.BuildServiceProvider().GetRequiredService<IResponseCompressionProvider>()
        );
    }

    private async Task CreateCompaniesAsync()
    {
        for (var i = 0; i < 15; i++)
            await Production.Companies.UpsertAsync(
                new UpsertCompanyRequestBody
                {
                    Keys = new Dictionary<string, string> { ["domain"] = $"compressed-{i}" },
                },
                Cancellation
            );
    }

    private async Task<Answer> GetAsync(string path, string? accepted)
    {
        using var http = Connect();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await http.SendAsync(request, Cancellation);
        return new Answer(
            [.. answer.Content.Headers.ContentEncoding],
            [.. answer.Headers.Vary],
            await answer.Content.ReadAsByteArrayAsync(Cancellation)
        );
    }

    // Not the fixture's client: it holds answers against the description before they are decompressed.
    private HttpClient Connect()
    {
        var http = new HttpClient { BaseAddress = Server.BaseAddress };
        http.DefaultRequestHeaders.Add(GatewayHeaders.ApiKey, Keys.Production);
        return http;
    }

    private static string Decode(Answer answer)
    {
        using var bytes = new MemoryStream(answer.Bytes);
        using Stream plain =
            answer.Coding[0] == "br"
                ? new BrotliStream(bytes, CompressionMode.Decompress)
                : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    private sealed record Answer(string[] Coding, string[] Vary, byte[] Bytes);
}
