using Microsoft.Extensions.Options;
using Schematic.Dashboard.Hosting;

if (await EmbeddedApi.RunCommandAsync(args) is { } code)
    return code;

try
{
    await ConsoleApplication.RunAsync(args);
    return 0;
}
catch (OptionsValidationException invalid)
{
    await Console.Error.WriteLineAsync(
        $"The configuration is not valid:{string.Concat(invalid.Failures.Select(failure => $"{Environment.NewLine}  {failure}"))}"
    );
    return 1;
}
